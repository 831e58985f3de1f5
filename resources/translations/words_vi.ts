<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong.</source>
        <translation>Đã xảy ra lỗi.</translation>
    </message>
    <message>
        <source>There is no event file at {file}. Check the name, or make one with “init”.</source>
        <translation>Không có tệp sự kiện tại {file}. Hãy kiểm tra lại tên tệp, hoặc tạo tệp mới bằng lệnh “init”.</translation>
    </message>
    <message>
        <source>{file} is open for writing in another program. Close that window, or wait for it to end.</source>
        <translation>{file} đang được một chương trình khác mở để ghi. Hãy đóng cửa sổ đó, hoặc đợi chương trình đó kết thúc.</translation>
    </message>
    <message>
        <source>{file} is not a whole event file. Restore the latest backup; keep the damaged file.</source>
        <translation>{file} không phải là tệp sự kiện nguyên vẹn. Hãy khôi phục bản sao lưu mới nhất và giữ lại tệp bị hỏng.</translation>
    </message>
    <message>
        <source>{file} was written by a newer release. Update this program, then open it again.</source>
        <translation>{file} được ghi bởi một phiên bản mới hơn. Hãy cập nhật chương trình này rồi mở lại tệp.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Copy it to a folder you may write to, and open the copy.</source>
        <translation>Không ghi được vào {file}. Hãy sao chép tệp vào thư mục mà bạn có quyền ghi rồi mở bản sao đó.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was recorded. Free some space, then do it again.</source>
        <translation>Ổ đĩa đã đầy nên chưa ghi nhận được gì. Hãy giải phóng dung lượng rồi làm lại.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a roster: {why}</source>
        <translation>Không đọc được danh sách đại biểu từ {file}: {why}</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. Its columns are: {columns}.</source>
        <translation>{file} không có cột “{column}”. Các cột của tệp là: {columns}.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the badge: {why}</source>
        <translation>Máy in {printer} không nhận thẻ đại biểu: {why}</translation>
    </message>
    <message>
        <source>Nobody on the roster has the id {id}. Find them by name first.</source>
        <translation>Không có ai trong danh sách mang mã số {id}. Hãy tìm theo tên trước.</translation>
    </message>
    <message>
        <source>No scan is recorded under {id}. Look it up in the recent scans.</source>
        <translation>Không có lượt quét nào được ghi với mã số {id}. Hãy tìm trong các lượt quét gần đây.</translation>
    </message>
    <message>
        <source>There is no checkpoint “{id}” in this event. The checkpoints are: {known}.</source>
        <translation>Sự kiện này không có điểm kiểm soát “{id}”. Các điểm kiểm soát là: {known}.</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be used: {why}</source>
        <translation>Không dùng được tệp cài đặt {file}: {why}</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>The window needs system libraries that are not installed here ({libraries}): on Debian or Ubuntu, run “sudo apt-get install {debian}”; on Fedora, run “sudo dnf install {fedora}”.</source>
        <translation>Cửa sổ chương trình cần các thư viện hệ thống chưa được cài trên máy này ({libraries}): trên Debian hoặc Ubuntu, hãy chạy “sudo apt-get install {debian}”; trên Fedora, hãy chạy “sudo dnf install {fedora}”.</translation>
    </message>
    <message>
        <source>The window needs the system library {libraries}, which is not installed here; install the package of your system that contains it.</source>
        <translation>Cửa sổ chương trình cần thư viện hệ thống {libraries} chưa được cài trên máy này; hãy cài gói phần mềm của hệ thống có chứa thư viện đó.</translation>
    </message>
    <message>
        <source>There is no screen here to open the window on: start the program from a desktop session, or use its commands (checkin-app --help).</source>
        <translation>Không có màn hình để mở cửa sổ: hãy khởi động chương trình từ phiên làm việc có màn hình, hoặc dùng các lệnh của chương trình (checkin-app --help).</translation>
    </message>
</context>
</TS>
