"""The import screen: file, columns, problems, done."""
