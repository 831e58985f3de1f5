"""Owns running seeds: one after another, what a failure looks like, how it is replayed.

python -m tests.simulation --seed 17          one run, its trace printed if it fails
python -m tests.simulation --runs 10000       many, from seed 0 (or --from) on
"""

from __future__ import annotations

import argparse
import functools
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.simulation import template
from tests.simulation.world import World

#: In memory where the system has such a folder: nothing here is about the real disk.
SHARED_MEMORY = Path("/dev/shm")


@functools.cache
def scratch() -> tuple[Path, tuple[template.Template, template.Template]]:
    """A folder for this process, and in it the templates without and with a hub."""
    parent = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="simulation-", dir=parent))
    return folder, (
        template.make(folder / "alone", hub=False),
        template.make(folder / "hubbed", hub=True),
    )


def clean_up() -> None:
    if scratch.cache_info().currsize:
        shutil.rmtree(scratch()[0], ignore_errors=True)
        scratch.cache_clear()


def run_seed(seed: int) -> World:
    """One run. Raises AssertionError that names the seed, with the trace."""
    folder, made = scratch()
    here = folder / f"run-{seed}"
    here.mkdir()
    world = None
    try:
        world = World(seed, here, made)
        world.run()
    except Exception as error:
        trace = "\n".join(world.steps) if world else ""
        raise AssertionError(
            f"{trace}\n{type(error).__name__}: {error}\n"
            f"replay: python -m tests.simulation --seed {seed}"
        ) from error
    finally:
        shutil.rmtree(here, ignore_errors=True)
    return world


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="one run, replayed")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--trace", action="store_true", help="print the trace of a good run too")
    parser.add_argument("--keep-going", action="store_true", help="count the seeds that fail")
    asked = parser.parse_args(arguments)
    seeds = range(asked.first, asked.first + asked.runs) if asked.seed is None else [asked.seed]
    began, failed = time.perf_counter(), []
    try:
        for count, seed in enumerate(seeds):
            if count and not count % 1000:
                print(f"{count} runs, {len(failed)} violations", flush=True)
            try:
                world = run_seed(seed)
            except AssertionError as error:
                failed.append(seed)
                if not asked.keep_going:
                    if asked.seed is not None:
                        traceback.print_exc()
                    print(error, file=sys.stderr)
                    return 1
                print(f"seed {seed}: {str(error).splitlines()[-2][:300]}", flush=True)
            else:
                if asked.trace:
                    print("\n".join(world.steps))
    finally:
        clean_up()
    seconds = time.perf_counter() - began
    print(f"{len(seeds)} runs, {len(failed)} violations, {seconds:.1f} s")
    return 1 if failed else 0
