<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Delegation</name>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Liaison: {name}</source>
        <translation>Cán bộ liên lạc: {name}</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation><numerusform>%n lần</numerusform></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <source>Badge printed</source>
        <translation>Đã in thẻ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Thông tin</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Attention</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Honorific</source>
        <translation>Danh xưng</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Cán bộ liên lạc</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Own script</source>
        <translation>Tên bản ngữ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Chỗ ngồi</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Attention note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country or territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honorific</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in own script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Admitted anyway: {reason}</source>
        <translation>Cho vào ngoại lệ: {reason}</translation>
    </message>
    <message>
        <source>Admitted anyway: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admitted at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge could not be printed</source>
        <translation>Không in được thẻ</translation>
    </message>
    <message>
        <source>Badge handed over, result not known</source>
        <translation>Đã gửi in thẻ, chưa rõ kết quả</translation>
    </message>
    <message>
        <source>Badge handed to {printer}; it is not known what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge not printed by {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge saved as PDF</source>
        <translation>Đã lưu thẻ dạng PDF</translation>
    </message>
    <message>
        <source>Badge saved in {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge sent to the printer</source>
        <translation>Đã gửi thẻ tới máy in</translation>
    </message>
    <message>
        <source>Badge sent to {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code no longer valid</source>
        <translation>Mã không còn hiệu lực</translation>
    </message>
    <message>
        <source>Code replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đã sửa thông tin</translation>
    </message>
    <message>
        <source>Imported from a roster file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code issued</source>
        <translation>Cấp mã mới</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the roster</source>
        <translation>Đưa vào danh sách</translation>
    </message>
    <message>
        <source>Referred to a person at {place}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at {place}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered as a walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered at the desk</source>
        <translation>Đăng ký tại quầy</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan taken back</source>
        <translation>Đã hoàn tác lượt quét</translation>
    </message>
    <message>
        <source>Scan taken back: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} corrected: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (by an import)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>There is nothing to print for this person.</source>
        <translation>Không có gì để in cho đại biểu này.</translation>
    </message>
    <message>
        <source>This badge is being printed already.</source>
        <translation>Thẻ này đang được in rồi.</translation>
    </message>
    <message>
        <source>badge handed over, result not known</source>
        <translation>đã gửi in, chưa rõ kết quả</translation>
    </message>
    <message>
        <source>badge not printed</source>
        <translation>thẻ chưa in được</translation>
    </message>
    <message>
        <source>badge printing</source>
        <translation>thẻ đang in</translation>
    </message>
    <message>
        <source>badge saved as PDF</source>
        <translation>đã lưu thẻ dạng PDF</translation>
    </message>
    <message>
        <source>badge sent to the printer</source>
        <translation>đã gửi máy in</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Asked for by the protocol officer</source>
        <translation>Cán bộ lễ tân đề nghị</translation>
    </message>
    <message>
        <source>Badge forgotten or damaged</source>
        <translation>Quên thẻ hoặc thẻ hỏng</translation>
    </message>
    <message>
        <source>Confirmed by the organisers</source>
        <translation>Ban tổ chức xác nhận</translation>
    </message>
    <message>
        <source>Identity documents checked</source>
        <translation>Đã kiểm tra giấy tờ</translation>
    </message>
    <message>
        <source>Reason for admitting</source>
        <translation>Lý do cho vào</translation>
    </message>
    <message>
        <source>Went out and came back</source>
        <translation>Ra ngoài rồi quay lại</translation>
    </message>
    <message>
        <source>Why? A number above, or a reason and Enter</source>
        <translation>Vì sao? Chọn số ở trên, hoặc gõ lý do rồi Enter</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Full name, as its owner writes it</source>
        <translation>Họ và tên đầy đủ</translation>
    </message>
    <message>
        <source>Is it one of these people?</source>
        <translation>Có phải một trong những người này không?</translation>
    </message>
    <message>
        <source>No, register anyway</source>
        <translation>Không phải, cứ đăng ký</translation>
    </message>
    <message>
        <source>People who are alike</source>
        <translation>Những người giống tên</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Register somebody new</source>
        <translation>Đăng ký người mới</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Chưa có họ tên.</translation>
    </message>
    <message>
        <source>{name} is registered.</source>
        <translation>Đã đăng ký {name}.</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>A delegate needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person must decide before admission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone number has more digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year of birth has four digits, such as 1985.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accredited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge handed to {place}: look whether it comes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge lost …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge not printed. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge saved: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge sent to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country or territory from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody to see everything known about them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code ending in {end}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code revoked. It is refused from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns; press one to sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the list of delegates, or register walk-ins one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue a new code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, organisation, delegation, phone, code …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code issued. Print a new badge (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accredited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not admitted: {name}. {headline}. {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only revoke it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps on the roster already. Open one, or register anyway:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position, organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} stops working at once on every desk, and nobody can bring it back. Replace it with a new one and print a new badge?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try one part of the name, or fewer filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{arrived}/{expected} arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Admit anyway</source>
        <translation>Vẫn cho vào</translation>
    </message>
    <message>
        <source>Already checked in</source>
        <translation>Đã đến rồi</translation>
    </message>
    <message>
        <source>Call supervisor</source>
        <translation>Gọi giám sát</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Cho vào</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Cả đoàn</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>F3 find</source>
        <translation>F3 tìm</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Tìm theo tên</translation>
    </message>
    <message>
        <source>Found by name; Enter checks in</source>
        <translation>Tìm theo tên; nhấn Enter để cho vào</translation>
    </message>
    <message>
        <source>Found by name; nothing needs to be done</source>
        <translation>Tìm theo tên; không cần làm gì thêm</translation>
    </message>
    <message>
        <source>Hold a badge or an invitation under the scanner.</source>
        <translation>Đưa thẻ hoặc thư mời vào máy quét.</translation>
    </message>
    <message>
        <source>Kept on screen for the supervisor: raise your hand. Scanning goes on as always.</source>
        <translation>Giữ trên màn hình chờ giám sát: hãy giơ tay gọi. Vẫn quét tiếp được như thường.</translation>
    </message>
    <message>
        <source>Name or organisation</source>
        <translation>Tên hoặc cơ quan</translation>
    </message>
    <message>
        <source>No longer taking part</source>
        <translation>Không còn tham dự</translation>
    </message>
    <message>
        <source>Nobody is found by “{text}”. Try one part of the name, or register (F7).</source>
        <translation>Không tìm thấy ai với “{text}”. Thử gõ một phần tên, hoặc đăng ký mới (F7).</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Chưa đến</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Chưa ghi nhận</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Đại biểu tìm thấy</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại thẻ</translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation>In thẻ</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>Sẵn sàng quét</translation>
    </message>
    <message>
        <source>Recent scans</source>
        <translation>Lượt quét gần đây</translation>
    </message>
    <message>
        <source>Register here</source>
        <translation>Đăng ký tại đây</translation>
    </message>
    <message>
        <source>Scans of this desk appear here.</source>
        <translation>Các lượt quét của quầy sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>The delegation withdrew this name</source>
        <translation>Đoàn đã rút tên đại biểu này</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>a minute, last five</source>
        <translation>đang vào, 5 phút qua</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <source>delegations here</source>
        <translation>đoàn có mặt</translation>
    </message>
    <message>
        <source>find by name</source>
        <translation>tìm theo tên</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>chưa đến</translation>
    </message>
    <message>
        <source>register somebody new</source>
        <translation>đăng ký người mới</translation>
    </message>
    <message>
        <source>undo the last scan</source>
        <translation>hoàn tác lượt vừa quét</translation>
    </message>
    <message>
        <source>with the supervisor</source>
        <translation>chờ giám sát</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã rút tên</translation>
    </message>
    <message>
        <source>{arrived}/{expected} arrived</source>
        <translation>{arrived}/{expected} đã đến</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n day(s) to go</source>
        <translation><numerusform>Còn %n ngày</numerusform></translation>
    </message>
    <message>
        <source>Afterwards · {date}</source>
        <translation>Đã kết thúc · {date}</translation>
    </message>
    <message>
        <source>Badges are saved as PDF</source>
        <translation>Thẻ được lưu dạng PDF</translation>
    </message>
    <message>
        <source>Check-in desk</source>
        <translation>Bàn đón tiếp đại biểu</translation>
    </message>
    <message>
        <source>Checkpoint: {name}</source>
        <translation>Điểm kiểm soát: {name}</translation>
    </message>
    <message>
        <source>Day {number} · {date}</source>
        <translation>Ngày {number} · {date}</translation>
    </message>
    <message>
        <source>Language: Vietnamese or English</source>
        <translation>Ngôn ngữ: tiếng Việt hoặc tiếng Anh</translation>
    </message>
    <message>
        <source>Name of the operator</source>
        <translation>Tên nhân viên trực</translation>
    </message>
    <message>
        <source>Operator: {name}</source>
        <translation>Nhân viên: {name}</translation>
    </message>
    <message>
        <source>Printer: {name}</source>
        <translation>Máy in: {name}</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Máy quét sẵn sàng</translation>
    </message>
    <message>
        <source>Scanner types elsewhere: click this window</source>
        <translation>Máy quét đang gõ vào nơi khác: bấm vào cửa sổ này</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Các màn hình</translation>
    </message>
    <message>
        <source>This desk works alone</source>
        <translation>Quầy này làm việc độc lập</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Ai đang trực?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>1,800 invented delegates, to practise on.</source>
        <translation>1.800 đại biểu giả định, để làm quen.</translation>
    </message>
    <message>
        <source>A .checkin file from a colleague, a backup or a USB stick.</source>
        <translation>Tệp .checkin từ đồng nghiệp, bản sao lưu hoặc USB.</translation>
    </message>
    <message>
        <source>An event needs a name.</source>
        <translation>Sự kiện cần có tên.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Choose another event</source>
        <translation>Chọn sự kiện khác</translation>
    </message>
    <message>
        <source>Events (*.checkin)</source>
        <translation>Sự kiện (*.checkin)</translation>
    </message>
    <message>
        <source>Excel, CSV, ODS or JSON: a new event is made for it.</source>
        <translation>Excel, CSV, ODS hoặc JSON: tạo sự kiện mới từ danh sách.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Inventing 1,800 delegates …</source>
        <translation>Đang dựng 1.800 đại biểu mẫu …</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Make the event</source>
        <translation>Tạo sự kiện</translation>
    </message>
    <message>
        <source>Making the event …</source>
        <translation>Đang tạo sự kiện …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name and days; the roster comes afterwards.</source>
        <translation>Tên và ngày; danh sách đại biểu nhập sau.</translation>
    </message>
    <message>
        <source>Name in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Sự kiện mới</translation>
    </message>
    <message>
        <source>One event is one file. Choose how this desk begins.</source>
        <translation>Mỗi sự kiện là một tệp. Chọn cách bắt đầu cho quầy này.</translation>
    </message>
    <message>
        <source>Open an event</source>
        <translation>Mở sự kiện</translation>
    </message>
    <message>
        <source>Open the doors</source>
        <translation>Chuẩn bị đón đại biểu</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Mở gần đây</translation>
    </message>
    <message>
        <source>Sample event</source>
        <translation>Sự kiện mẫu</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối đang trước ngày đầu.</translation>
    </message>
    <message>
        <source>This event cannot be opened</source>
        <translation>Không mở được sự kiện này</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
</TS>
