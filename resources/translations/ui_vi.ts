<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Badge</name>
    <message numerus="yes">
        <source>%n badge(s) spoilt</source>
        <translation><numerusform>%n thẻ hỏng</numerusform></translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Given to {printer} {time}; not known whether it came out</source>
        <translation>Đã chuyển cho {printer} lúc {time}; chưa rõ thẻ đã ra hay chưa</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>Trao thẻ …</translation>
    </message>
    <message>
        <source>Handed over {time}: {who} {name}</source>
        <translation>Đã trao lúc {time}: {who} {name}</translation>
    </message>
    <message>
        <source>Handed to the delegate {time}</source>
        <translation>Đã trao cho đại biểu lúc {time}</translation>
    </message>
    <message>
        <source>It is theirs for today. Type the number, or scan it at the scan screen with F12.</source>
        <translation>Có hiệu lực trong hôm nay. Gõ số thẻ, hoặc quét thẻ ở màn hình quét bằng F12.</translation>
    </message>
    <message>
        <source>Not handed over yet</source>
        <translation>Chưa trao</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Chưa in</translation>
    </message>
    <message>
        <source>Number of the temporary badge</source>
        <translation>Số thẻ tạm</translation>
    </message>
    <message>
        <source>Number on it, then Enter</source>
        <translation>Số ghi trên thẻ, rồi Enter</translation>
    </message>
    <message>
        <source>Printed {time} · {printer}</source>
        <translation>Đã in lúc {time} · {printer}</translation>
    </message>
    <message>
        <source>Printed {time} · {printer}; seen at the desk</source>
        <translation>Đã in {time} · {printer}; quầy đã thấy thẻ</translation>
    </message>
    <message>
        <source>Read and handed to the delegate {time}</source>
        <translation>Đã đối chiếu và trao cho đại biểu lúc {time}</translation>
    </message>
    <message>
        <source>Saved as PDF {time} · {printer}</source>
        <translation>Đã lưu PDF lúc {time} · {printer}</translation>
    </message>
    <message>
        <source>Sent {time} · {printer}</source>
        <translation>Đã gửi lúc {time} · {printer}</translation>
    </message>
    <message>
        <source>Spoilt …</source>
        <translation>Thẻ hỏng …</translation>
    </message>
    <message>
        <source>Temporary badge {number} is theirs for today.</source>
        <translation>Thẻ tạm số {number} là của đại biểu này trong hôm nay.</translation>
    </message>
    <message>
        <source>Temporary badge …</source>
        <translation>Thẻ tạm …</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message numerus="yes">
        <source>%n badge(s)</source>
        <translation><numerusform>%n thẻ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in categories without a badge</source>
        <translation><numerusform>%n người thuộc nhóm không có thẻ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left out: no font has their names</source>
        <translation><numerusform>bỏ qua %n người: không có phông chữ đủ chữ cho tên</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n not printed</source>
        <translation><numerusform>%n thẻ chưa in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n without a valid code</source>
        <translation><numerusform>%n người không có mã hợp lệ</numerusform></translation>
    </message>
    <message>
        <source>A page to print (PDF)</source>
        <translation>Trang để in (PDF)</translation>
    </message>
    <message>
        <source>A picture (PNG)</source>
        <translation>Hình ảnh (PNG)</translation>
    </message>
    <message>
        <source>A receipt to sign for each delegation</source>
        <translation>Kèm phiếu ký nhận cho từng đoàn</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Mọi nhóm</translation>
    </message>
    <message>
        <source>All delegations</source>
        <translation>Mọi đoàn</translation>
    </message>
    <message>
        <source>All letters</source>
        <translation>Mọi chữ cái</translation>
    </message>
    <message>
        <source>An empty folder for the invitations</source>
        <translation>Chọn thư mục trống để lưu thư mời</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Backs too</source>
        <translation>In cả mặt sau</translation>
    </message>
    <message>
        <source>Badge of {name}</source>
        <translation>Thẻ của {name}</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Thẻ đại biểu</translation>
    </message>
    <message>
        <source>Badges are a PDF file: {file} does not end in .pdf.</source>
        <translation>Thẻ là tệp PDF: {file} không có đuôi .pdf.</translation>
    </message>
    <message>
        <source>Badges to look at</source>
        <translation>Thẻ cần xem lại</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>Theo mã</translation>
    </message>
    <message>
        <source>By id or name</source>
        <translation>Theo mã hoặc tên</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Cancelled. No badge was made.</source>
        <translation>Đã hủy. Chưa tạo thẻ nào.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Đã hủy. Chưa ghi tệp nào.</translation>
    </message>
    <message>
        <source>Cancelled. What was taken in before stays.</source>
        <translation>Đã hủy. Những ảnh đã nhập vẫn được giữ.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Đã thay đổi</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Choose a ZIP …</source>
        <translation>Chọn tệp ZIP …</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Chọn thư mục …</translation>
    </message>
    <message>
        <source>Choose other people: all instead of those not printed, say.</source>
        <translation>Hãy chọn những người khác, chẳng hạn tất cả thay vì chỉ những người chưa in.</translation>
    </message>
    <message>
        <source>Could be of: {names}</source>
        <translation>Có thể là của: {names}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Each category's own</source>
        <translation>Theo từng nhóm đại biểu</translation>
    </message>
    <message>
        <source>Each delegate’s code, ready to be mailed before the event: one file a person, named by their id, and a list of who gets which.</source>
        <translation>Mã của từng đại biểu để gửi qua thư trước sự kiện: mỗi người một tệp, đặt tên theo mã đại biểu, kèm danh sách ai nhận tệp nào.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Các tệp</translation>
    </message>
    <message>
        <source>For somebody who comes without their badge: print a few in advance, hand one out, and note on the delegate’s card which number it is. It counts on its day only.</source>
        <translation>Dành cho người đến mà không mang thẻ: in trước một số thẻ, khi phát thì ghi số thẻ vào hồ sơ đại biểu. Thẻ chỉ có hiệu lực trong ngày đã ghi.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Given to {name}</source>
        <translation>Đã phát cho {name}</translation>
    </message>
    <message>
        <source>How a file is matched</source>
        <translation>Cách ghép ảnh với người</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Import the list of delegates; then their badges are made here.</source>
        <translation>Hãy nhập danh sách đại biểu; sau đó thẻ được tạo ở đây.</translation>
    </message>
    <message>
        <source>Into a folder …</source>
        <translation>Lưu vào thư mục …</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Thư mời</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Looking at the photos …</source>
        <translation>Đang xem các ảnh …</translation>
    </message>
    <message>
        <source>Make and save as PDF …</source>
        <translation>Tạo và lưu thành PDF …</translation>
    </message>
    <message>
        <source>Making badges …</source>
        <translation>Đang tạo thẻ …</translation>
    </message>
    <message>
        <source>Making invitations …</source>
        <translation>Đang tạo thư mời …</translation>
    </message>
    <message>
        <source>No badge is to be made</source>
        <translation>Không có thẻ nào cần in</translation>
    </message>
    <message>
        <source>No badges were printed. {detail}</source>
        <translation>Không có thẻ nào được in. {detail}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Số {number}</translation>
    </message>
    <message>
        <source>Nobody matches, so there is no badge to make.</source>
        <translation>Không có ai phù hợp nên không có thẻ để tạo.</translation>
    </message>
    <message>
        <source>Nobody of that id or name</source>
        <translation>Không có ai mang mã hoặc tên này</translation>
    </message>
    <message>
        <source>Not given out</source>
        <translation>Chưa phát</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Chưa in</translation>
    </message>
    <message>
        <source>One badge a page</source>
        <translation>Mỗi trang một thẻ</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Order of protocol</source>
        <translation>Thứ tự lễ tân</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Pictures whose file names are ids or names of delegates. They are cut to the face’s frame and stored small. A single photo is taken from the card in the roster.</source>
        <translation>Những ảnh có tên tệp là mã hoặc tên của đại biểu. Ảnh được cắt theo khung khuôn mặt và lưu ở cỡ nhỏ. Ảnh của từng người được chụp hoặc chọn ngay trên hồ sơ trong danh sách đại biểu.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Lưu thành PDF …</translation>
    </message>
    <message>
        <source>Save as ZIP …</source>
        <translation>Lưu thành ZIP …</translation>
    </message>
    <message>
        <source>Save badges as PDF</source>
        <translation>Lưu thẻ thành PDF</translation>
    </message>
    <message>
        <source>Save invitations</source>
        <translation>Lưu thư mời</translation>
    </message>
    <message>
        <source>Saved in {file}</source>
        <translation>Đã lưu vào {file}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Some of these badges were printed before. Say why again.</source>
        <translation>Một số thẻ đã được in trước đó. Hãy ghi lý do in lại.</translation>
    </message>
    <message>
        <source>Take the photos in</source>
        <translation>Nhập ảnh</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Đã thu lại</translation>
    </message>
    <message>
        <source>Taking photos in …</source>
        <translation>Đang nhập ảnh …</translation>
    </message>
    <message>
        <source>Temporary badges</source>
        <translation>Thẻ tạm</translation>
    </message>
    <message>
        <source>The badge before</source>
        <translation>Thẻ trước</translation>
    </message>
    <message>
        <source>The badges are made. {count} prints are still to be recorded.</source>
        <translation>Thẻ đã tạo xong. Còn {count} lượt in đang được ghi nhận.</translation>
    </message>
    <message>
        <source>The next badge</source>
        <translation>Thẻ sau</translation>
    </message>
    <message>
        <source>There are none for this day yet.</source>
        <translation>Chưa có thẻ tạm nào cho ngày này.</translation>
    </message>
    <message>
        <source>There is nobody to invite; nothing was written.</source>
        <translation>Không có ai để mời; chưa ghi tệp nào.</translation>
    </message>
    <message>
        <source>Those whose badge would say something else than the one they have</source>
        <translation>Những người có nội dung thẻ đã khác so với thẻ đã in</translation>
    </message>
    <message>
        <source>Turn over</source>
        <translation>Mặt kia</translation>
    </message>
    <message>
        <source>What is on the badge has changed</source>
        <translation>Nội dung trên thẻ đã thay đổi</translation>
    </message>
    <message>
        <source>Why again</source>
        <translation>Lý do in lại</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>in place of another</source>
        <translation>thay ảnh cũ</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ảnh mới</translation>
    </message>
    <message>
        <source>somebody chose otherwise since</source>
        <translation>sau đó đã có người chọn ảnh khác</translation>
    </message>
    <message>
        <source>{count} badges for this day, {free} not given out</source>
        <translation>{count} thẻ cho ngày này, {free} thẻ chưa phát</translation>
    </message>
    <message>
        <source>{count} badges handed to {place}; look whether they come out</source>
        <translation>Đã chuyển {count} thẻ tới {place}; hãy xem thẻ có ra không</translation>
    </message>
    <message>
        <source>{count} badges saved in {place}</source>
        <translation>Đã lưu {count} thẻ vào {place}</translation>
    </message>
    <message>
        <source>{count} badges sent to {place}</source>
        <translation>Đã gửi {count} thẻ tới {place}</translation>
    </message>
    <message>
        <source>{count} badges went into the queue</source>
        <translation>{count} thẻ đã được đưa vào hàng chờ in</translation>
    </message>
    <message>
        <source>{count} invitations are in {place}</source>
        <translation>{count} thư mời đã lưu vào {place}</translation>
    </message>
    <message>
        <source>{done} of {total} badges</source>
        <translation>{done} trên {total} thẻ</translation>
    </message>
    <message>
        <source>{good} photos taken in, {same} as they were, {bad} left</source>
        <translation>Đã nhập {good} ảnh, {same} ảnh giữ nguyên, {bad} ảnh bỏ qua</translation>
    </message>
    <message>
        <source>{good} photos to take in, {same} as they are, {bad} unclear</source>
        <translation>{good} ảnh sẽ nhập, {same} ảnh giữ nguyên, {bad} ảnh chưa rõ</translation>
    </message>
</context>
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
    <name>Editor</name>
    <message numerus="yes">
        <source>%n element(s) chosen</source>
        <translation><numerusform>Đang chọn %n phần</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n dòng</numerusform></translation>
    </message>
    <message>
        <source>A part of it lies beyond the edge: move the box.</source>
        <translation>Có phần nằm ngoài mép thẻ: hãy dời khung vào trong.</translation>
    </message>
    <message>
        <source>A6 landscape, 148 × 105 mm</source>
        <translation>A6 ngang, 148 × 105 mm</translation>
    </message>
    <message>
        <source>A6, 105 × 148 mm</source>
        <translation>A6, 105 × 148 mm</translation>
    </message>
    <message>
        <source>A7, 74 × 105 mm</source>
        <translation>A7, 74 × 105 mm</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Add: {kind}</source>
        <translation>Thêm: {kind}</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Căn dưới</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Căn trái</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Căn phải</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Căn trên</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Căn chữ</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Luôn in</translation>
    </message>
    <message>
        <source>Arabic letters</source>
        <translation>Chữ Ả Rập</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Mảng màu</translation>
    </message>
    <message>
        <source>Armenian letters</source>
        <translation>Chữ Armenia</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>At the bottom of the box</source>
        <translation>Ở cuối khung</translation>
    </message>
    <message>
        <source>At the top of the box</source>
        <translation>Ở đầu khung</translation>
    </message>
    <message>
        <source>Back side</source>
        <translation>Mặt sau</translation>
    </message>
    <message>
        <source>Badge of {name}, {why}</source>
        <translation>Thẻ của {name}, {why}</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Thẻ đại biểu</translation>
    </message>
    <message>
        <source>Bengali letters</source>
        <translation>Chữ Bengal</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Xanh dương</translation>
    </message>
    <message>
        <source>Burmese letters</source>
        <translation>Chữ Miến Điện</translation>
    </message>
    <message>
        <source>Cannot be saved: see below the page</source>
        <translation>Chưa lưu được: xem bên dưới trang</translation>
    </message>
    <message>
        <source>Card, 86 × 54 mm</source>
        <translation>Thẻ nhỏ, 86 × 54 mm</translation>
    </message>
    <message>
        <source>Category colour</source>
        <translation>Màu của nhóm</translation>
    </message>
    <message>
        <source>Centre across</source>
        <translation>Căn giữa theo chiều ngang</translation>
    </message>
    <message>
        <source>Centre up and down</source>
        <translation>Căn giữa theo chiều dọc</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>Chữ Hán</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Chọn hình ảnh</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Comes with the program; a change makes your own copy</source>
        <translation>Mẫu có sẵn; khi sửa sẽ thành bản riêng của bạn</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Country as</source>
        <translation>Cách ghi quốc gia</translation>
    </message>
    <message>
        <source>Cyrillic letters</source>
        <translation>Chữ Kirin</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Xoá dòng</translation>
    </message>
    <message>
        <source>Delete this one</source>
        <translation>Xoá mẫu này</translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation>Đã xoá: {title}</translation>
    </message>
    <message>
        <source>Devanagari letters</source>
        <translation>Chữ Devanagari</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân đôi</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>Elements, the topmost first</source>
        <translation>Các phần, phần trên cùng đứng trước</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Hình bầu dục</translation>
    </message>
    <message>
        <source>Equal spaces across</source>
        <translation>Giãn đều theo chiều ngang</translation>
    </message>
    <message>
        <source>Equal spaces up and down</source>
        <translation>Giãn đều theo chiều dọc</translation>
    </message>
    <message>
        <source>Ethiopic letters</source>
        <translation>Chữ Ethiopia</translation>
    </message>
    <message>
        <source>Export the layout</source>
        <translation>Xuất mẫu thẻ</translation>
    </message>
    <message>
        <source>Export to a file …</source>
        <translation>Xuất ra tệp …</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>Find a person by name</source>
        <translation>Tìm người theo tên</translation>
    </message>
    <message>
        <source>First of the roster</source>
        <translation>Người đầu danh sách</translation>
    </message>
    <message>
        <source>Fixed text</source>
        <translation>Chữ cố định</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Lá cờ</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Gấp</translation>
    </message>
    <message>
        <source>Folded at the left</source>
        <translation>Gấp ở cạnh trái</translation>
    </message>
    <message>
        <source>Folded at the top (tent)</source>
        <translation>Gấp ở cạnh trên (để bàn)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Hình dạng</translation>
    </message>
    <message>
        <source>Found by name</source>
        <translation>Tìm theo tên</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Chọn từ tệp …</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Cách mép trái</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Cách mép trên</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Mặt trước</translation>
    </message>
    <message>
        <source>Georgian letters</source>
        <translation>Chữ Gruzia</translation>
    </message>
    <message>
        <source>Greek letters</source>
        <translation>Chữ Hy Lạp</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Hebrew letters</source>
        <translation>Chữ Do Thái</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Held Ctrl does not snap</source>
        <translation>Giữ Ctrl để không bắt dính</translation>
    </message>
    <message>
        <source>Import a layout</source>
        <translation>Nhập mẫu thẻ</translation>
    </message>
    <message>
        <source>Import from a file …</source>
        <translation>Nhập từ tệp …</translation>
    </message>
    <message>
        <source>Imported: {title}. Save it to keep it.</source>
        <translation>Đã nhập: {title}. Hãy lưu để giữ lại.</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>In Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>Trong khung</translation>
    </message>
    <message>
        <source>In the middle of the box</source>
        <translation>Ở giữa khung</translation>
    </message>
    <message numerus="yes">
        <source>It can be saved. %n thing(s) to look at.</source>
        <translation><numerusform>Có thể lưu. Có %n chỗ nên xem lại.</numerusform></translation>
    </message>
    <message>
        <source>It cannot be printed so. Undo the last change.</source>
        <translation>Không in được như vậy. Hãy hoàn tác thay đổi vừa rồi.</translation>
    </message>
    <message numerus="yes">
        <source>It cannot be saved yet: %n thing(s) to change.</source>
        <translation><numerusform>Chưa lưu được: còn %n chỗ phải sửa.</numerusform></translation>
    </message>
    <message>
        <source>It does not go into its box: make the box larger.</source>
        <translation>Không vừa khung: hãy nới khung rộng ra.</translation>
    </message>
    <message>
        <source>It gets {size}, less than the smallest size: make the box larger.</source>
        <translation>Chữ chỉ còn {size}, dưới cỡ nhỏ nhất: hãy nới khung rộng ra.</translation>
    </message>
    <message>
        <source>It is not on this badge.</source>
        <translation>Dòng này không có trên thẻ đang xem.</translation>
    </message>
    <message>
        <source>It is not printed on the badge that is seen.</source>
        <translation>Phần này không in trên thẻ đang xem.</translation>
    </message>
    <message numerus="yes">
        <source>It prints right for the %n badge(s) tried.</source>
        <translation><numerusform>In đúng với cả %n thẻ đã thử.</numerusform></translation>
    </message>
    <message>
        <source>Japanese letters</source>
        <translation>Chữ Nhật</translation>
    </message>
    <message>
        <source>Khmer letters</source>
        <translation>Chữ Khmer</translation>
    </message>
    <message>
        <source>Korean letters</source>
        <translation>Chữ Hàn</translation>
    </message>
    <message>
        <source>Label roll, 62 × 100 mm</source>
        <translation>Cuộn nhãn, 62 × 100 mm</translation>
    </message>
    <message>
        <source>Lao letters</source>
        <translation>Chữ Lào</translation>
    </message>
    <message>
        <source>Large badge, 90 × 120 mm</source>
        <translation>Thẻ lớn, 90 × 120 mm</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Cỡ chữ lớn nhất</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Layouts (*.json);;All files (*)</source>
        <translation>Mẫu thẻ (*.json);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Layouts of the program</source>
        <translation>Mẫu có sẵn</translation>
    </message>
    <message>
        <source>Layouts of this event</source>
        <translation>Mẫu của sự kiện này</translation>
    </message>
    <message>
        <source>Leave out if a letter is in no font</source>
        <translation>Bỏ dòng nếu thiếu chữ trong phông</translation>
    </message>
    <message>
        <source>Letters that no font has: {detail}</source>
        <translation>Chữ không có trong phông nào: {detail}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Đường kẻ</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>Đưa dòng xuống</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>Đưa dòng lên</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Các dòng</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Biểu trưng</translation>
    </message>
    <message>
        <source>Logo of the program</source>
        <translation>Biểu trưng có sẵn</translation>
    </message>
    <message>
        <source>Longest name</source>
        <translation>Tên dài nhất</translation>
    </message>
    <message>
        <source>Look whether the test page comes out. {detail}</source>
        <translation>Hãy xem trang in thử có ra không. {detail}</translation>
    </message>
    <message>
        <source>Looking whether it prints right …</source>
        <translation>Đang kiểm tra bản in …</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Most text</source>
        <translation>Nhiều chữ nhất</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Name in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>New from this one</source>
        <translation>Tạo mẫu mới từ mẫu này</translation>
    </message>
    <message>
        <source>Not folded</source>
        <translation>Không gấp</translation>
    </message>
    <message>
        <source>Not for these categories</source>
        <translation>Trừ các nhóm này</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Chưa chọn gì</translation>
    </message>
    <message>
        <source>Nothing is on the back: badges have one side. Add something at the left.</source>
        <translation>Mặt sau chưa có gì: thẻ in một mặt. Thêm nội dung ở cột bên trái.</translation>
    </message>
    <message>
        <source>Nothing is on the page yet. Add a text and the QR code first.</source>
        <translation>Trang còn trống. Trước hết hãy thêm chữ và mã QR.</translation>
    </message>
    <message>
        <source>On this badge it is that large.</source>
        <translation>Trên thẻ đang xem, chữ đúng cỡ này.</translation>
    </message>
    <message>
        <source>On this badge it is {size}: for more, make the box larger.</source>
        <translation>Trên thẻ đang xem, chữ cỡ {size}: muốn lớn hơn, hãy nới khung.</translation>
    </message>
    <message>
        <source>One down</source>
        <translation>Xuống một lớp</translation>
    </message>
    <message>
        <source>One line more</source>
        <translation>Thêm một dòng</translation>
    </message>
    <message>
        <source>One up</source>
        <translation>Lên một lớp</translation>
    </message>
    <message>
        <source>Only for these categories</source>
        <translation>Chỉ cho các nhóm này</translation>
    </message>
    <message>
        <source>Only these values, with commas between</source>
        <translation>Chỉ những giá trị này, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Only when a field is empty</source>
        <translation>Chỉ khi một trường bỏ trống</translation>
    </message>
    <message>
        <source>Only when a field is filled</source>
        <translation>Chỉ khi một trường có nội dung</translation>
    </message>
    <message>
        <source>Own colour, as #RRGGBB</source>
        <translation>Màu tự chọn, dạng #RRGGBB</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Khổ tự đặt</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Hình ảnh</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Hình ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Place and size</source>
        <translation>Vị trí và kích thước</translation>
    </message>
    <message>
        <source>Press an element on the page to change it.</source>
        <translation>Bấm vào một phần trên trang để chỉnh phần đó.</translation>
    </message>
    <message>
        <source>Print a test page with rulers</source>
        <translation>In trang thử có thước đo</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Khi nào in</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Mã QR</translation>
    </message>
    <message>
        <source>Readable on the category colour</source>
        <translation>Dễ đọc trên màu của nhóm</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Hình chữ nhật</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>Round corners</source>
        <translation>Bo góc</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số hàng</translation>
    </message>
    <message>
        <source>Sample person</source>
        <translation>Người mẫu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Saved in the event</source>
        <translation>Đã lưu trong sự kiện</translation>
    </message>
    <message>
        <source>Saved, used at this desk</source>
        <translation>Đã lưu, quầy này đang dùng</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>Đã lưu: {title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Sinhala letters</source>
        <translation>Chữ Sinhala</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>Cỡ nhỏ nhất</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Bắt dính</translation>
    </message>
    <message>
        <source>Something else lies over its place: move one of them.</source>
        <translation>Có phần khác nằm đè lên chỗ này: hãy dời một trong hai.</translation>
    </message>
    <message>
        <source>Space above</source>
        <translation>Khoảng cách trên</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Đậm</translation>
    </message>
    <message>
        <source>Take what is on it along</source>
        <translation>Co giãn cả nội dung theo</translation>
    </message>
    <message>
        <source>Tamil letters</source>
        <translation>Chữ Tamil</translation>
    </message>
    <message>
        <source>Tent card, 210 × 148.5 mm</source>
        <translation>Biển tên để bàn, 210 × 148,5 mm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Chữ</translation>
    </message>
    <message>
        <source>Text at the left</source>
        <translation>Chữ bên trái</translation>
    </message>
    <message>
        <source>Text at the right</source>
        <translation>Chữ bên phải</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Màu chữ</translation>
    </message>
    <message>
        <source>Text in the middle</source>
        <translation>Chữ ở giữa</translation>
    </message>
    <message>
        <source>Thai letters</source>
        <translation>Chữ Thái</translation>
    </message>
    <message>
        <source>The built-in layout stays as it is. This is your copy: {title}</source>
        <translation>Mẫu có sẵn được giữ nguyên. Đây là bản riêng của bạn: {title}</translation>
    </message>
    <message>
        <source>The test page is in {detail}</source>
        <translation>Trang in thử nằm ở {detail}</translation>
    </message>
    <message>
        <source>The test page is on its way to the printer.</source>
        <translation>Trang in thử đang được gửi tới máy in.</translation>
    </message>
    <message>
        <source>The test page was not printed. {detail}</source>
        <translation>Chưa in được trang thử. {detail}</translation>
    </message>
    <message>
        <source>There is no photo to print.</source>
        <translation>Không có ảnh để in.</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Độ dày</translation>
    </message>
    <message>
        <source>This desk prints badges as {title} now.</source>
        <translation>Từ nay quầy này in thẻ theo mẫu {title}.</translation>
    </message>
    <message>
        <source>This layout</source>
        <translation>Mẫu thẻ này</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>Xuống dưới cùng</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Lên trên cùng</translation>
    </message>
    <message>
        <source>Too small for a printer of {dpi} dpi: make the QR code larger.</source>
        <translation>Quá nhỏ với máy in {dpi} dpi: hãy phóng to mã QR.</translation>
    </message>
    <message>
        <source>Two letters, VN</source>
        <translation>Hai chữ cái, VN</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Use at this desk</source>
        <translation>Dùng ở quầy này</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Độ đậm</translation>
    </message>
    <message>
        <source>What can be set</source>
        <translation>Những gì chỉnh được</translation>
    </message>
    <message>
        <source>What is wrong with the layout</source>
        <translation>Những điểm chưa ổn của mẫu thẻ</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Trắng</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <source>Whose badge is seen</source>
        <translation>Xem thẻ của ai</translation>
    </message>
    <message>
        <source>Whose badge …</source>
        <translation>Thẻ của ai …</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Rộng</translation>
    </message>
    <message>
        <source>With a photo</source>
        <translation>Có ảnh</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>Không có ảnh</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>Your changes of {title} are still here, not saved yet.</source>
        <translation>Các thay đổi của {title} vẫn còn đây, chưa lưu.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Zoom {percent} %, press for the whole page</source>
        <translation>Cỡ xem {percent} %, bấm để xem cả trang</translation>
    </message>
    <message>
        <source>any</source>
        <translation>bất kỳ</translation>
    </message>
    <message numerus="yes">
        <source>{file} was not imported: %n fault(s).</source>
        <translation><numerusform>Chưa nhập {file}: có %n lỗi.</numerusform></translation>
    </message>
    <message>
        <source>{title} is not saved yet; it is kept while the program is open.</source>
        <translation>{title} chưa được lưu; các thay đổi được giữ trong lúc chương trình còn mở.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>All checkpoints</source>
        <translation>Mọi điểm kiểm soát</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Badge prints</source>
        <translation>Lượt in thẻ</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Điểm kiểm soát</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Chọn …</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Mục cần xử lý</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Each badge that was printed, where, and what became of it.</source>
        <translation>Từng thẻ đã in, in ở đâu, kết quả ra sao.</translation>
    </message>
    <message>
        <source>Every scan with its verdict, refusals and taken-back ones too.</source>
        <translation>Mọi lượt quét và kết quả, cả lượt từ chối và đã hoàn tác.</translation>
    </message>
    <message>
        <source>Everybody with all fields as they are now.</source>
        <translation>Mọi người với đủ thông tin như hiện nay.</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Xuất dữ liệu</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>Thư mục để xuất</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>How complete each is, and whether its head has arrived.</source>
        <translation>Mỗi đoàn đã đủ chưa, trưởng đoàn đã đến chưa.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Only these days</source>
        <translation>Chỉ những ngày này</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Danh sách đại biểu</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Lượt quét</translation>
    </message>
    <message>
        <source>The whole log of this event, entry by entry.</source>
        <translation>Toàn bộ nhật ký của sự kiện, từng mục một.</translation>
    </message>
    <message>
        <source>What did not fit together, both sides of it, and decisions.</source>
        <translation>Những điều không khớp nhau giữa các quầy, ý của hai bên và quyết định.</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Xuất những gì</translation>
    </message>
    <message>
        <source>Who was where: first and last entry, one row a person.</source>
        <translation>Ai đã ở đâu: lượt vào đầu và cuối, mỗi người một dòng.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Đang ghi …</translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s) in {file}</source>
        <translation><numerusform>{count} dòng trong {file}</numerusform></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Attention</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Attention note</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>Năm sinh</translation>
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
        <source>Country or territory</source>
        <translation>Quốc gia hoặc vùng lãnh thổ</translation>
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
        <source>External code</source>
        <translation>Mã của hệ thống khác</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Mã hồ sơ ngoài</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Họ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
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
        <source>Middle name</source>
        <translation>Tên đệm</translation>
    </message>
    <message>
        <source>Name in own script</source>
        <translation>Tên theo chữ bản ngữ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Tạm giữ</translation>
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
        <source>Photo file</source>
        <translation>Tệp ảnh</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Chỗ ngồi</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message numerus="yes">
        <source>%n badge(s) recorded as handed over.</source>
        <translation><numerusform>Đã ghi nhận trao %n thẻ.</numerusform></translation>
    </message>
    <message>
        <source>An aide</source>
        <translation>Trợ lý</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Trao thẻ</translation>
    </message>
    <message>
        <source>Hand over all badges …</source>
        <translation>Trao thẻ cả đoàn …</translation>
    </message>
    <message>
        <source>Liaison officer</source>
        <translation>Cán bộ liên lạc</translation>
    </message>
    <message>
        <source>Name of who takes it</source>
        <translation>Tên người nhận</translation>
    </message>
    <message>
        <source>Name of who takes it, then Enter</source>
        <translation>Tên người nhận, rồi Enter</translation>
    </message>
    <message>
        <source>No badge of this delegation is printed yet.</source>
        <translation>Đoàn này chưa có thẻ nào được in.</translation>
    </message>
    <message>
        <source>Read it first</source>
        <translation>Quét đối chiếu trước</translation>
    </message>
    <message>
        <source>The delegate</source>
        <translation>Đại biểu</translation>
    </message>
    <message>
        <source>Who takes the badge?</source>
        <translation>Ai nhận thẻ?</translation>
    </message>
    <message>
        <source>Who takes the badges?</source>
        <translation>Ai nhận thẻ?</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Admitted anyway: {why}</source>
        <translation>Cho vào ngoại lệ: {why}</translation>
    </message>
    <message>
        <source>Admitted at {place}</source>
        <translation>Đã vào tại {place}</translation>
    </message>
    <message>
        <source>Badge came out of {printer}</source>
        <translation>{printer} báo thẻ đã ra</translation>
    </message>
    <message>
        <source>Badge cancelled at {printer}</source>
        <translation>Đã hủy in thẻ ở {printer}</translation>
    </message>
    <message>
        <source>Badge did not come out of {printer}</source>
        <translation>Thẻ không ra từ {printer}</translation>
    </message>
    <message>
        <source>Badge from {printer} was seen at the desk</source>
        <translation>Quầy đã thấy thẻ in ra từ {printer}</translation>
    </message>
    <message>
        <source>Badge handed over: {who} {name}</source>
        <translation>Đã trao thẻ cho {who} {name}</translation>
    </message>
    <message>
        <source>Badge handed to the delegate</source>
        <translation>Đã trao thẻ cho đại biểu</translation>
    </message>
    <message>
        <source>Badge handed to {printer}; it is not known what became of it</source>
        <translation>Đã chuyển thẻ tới {printer}; chưa rõ kết quả</translation>
    </message>
    <message>
        <source>Badge lost: its code is blocked</source>
        <translation>Mất thẻ: đã khóa mã</translation>
    </message>
    <message>
        <source>Badge not printed by {printer}</source>
        <translation>{printer} không in được thẻ</translation>
    </message>
    <message>
        <source>Badge printed by {printer}</source>
        <translation>{printer} đã in thẻ</translation>
    </message>
    <message>
        <source>Badge read and handed to the delegate</source>
        <translation>Đã đối chiếu và trao thẻ cho đại biểu</translation>
    </message>
    <message>
        <source>Badge saved in {printer}</source>
        <translation>Đã lưu thẻ vào {printer}</translation>
    </message>
    <message>
        <source>Badge sent to {printer}</source>
        <translation>Đã gửi thẻ tới {printer}</translation>
    </message>
    <message>
        <source>Badge spoilt: {why}</source>
        <translation>Thẻ hỏng: {why}</translation>
    </message>
    <message>
        <source>Code replaced</source>
        <translation>Mã đã thay</translation>
    </message>
    <message>
        <source>Code revoked</source>
        <translation>Mã đã thu hồi</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>Quyết định: {what}</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Đã hoàn tác quyết định</translation>
    </message>
    <message>
        <source>Imported from a roster file</source>
        <translation>Nhập từ tệp danh sách</translation>
    </message>
    <message>
        <source>Left at {place}</source>
        <translation>Đã ra tại {place}</translation>
    </message>
    <message>
        <source>Merged with a second row, whose code is replaced</source>
        <translation>Gộp với dòng thứ hai, mã của dòng đó được thay</translation>
    </message>
    <message>
        <source>Merged with a second row; both codes stay</source>
        <translation>Gộp với dòng thứ hai; giữ cả hai mã</translation>
    </message>
    <message>
        <source>New code issued</source>
        <translation>Cấp mã mới</translation>
    </message>
    <message>
        <source>Not known whether the badge came out of {printer}</source>
        <translation>Chưa rõ thẻ đã ra từ {printer} hay chưa</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Không có gì thay đổi</translation>
    </message>
    <message>
        <source>Photo put in</source>
        <translation>Đã thêm ảnh</translation>
    </message>
    <message>
        <source>Photo removed</source>
        <translation>Đã gỡ ảnh</translation>
    </message>
    <message>
        <source>Put on the roster</source>
        <translation>Đưa vào danh sách</translation>
    </message>
    <message>
        <source>Referred to a person at {place}: {why}</source>
        <translation>Cần người xem xét tại {place}: {why}</translation>
    </message>
    <message>
        <source>Refused at {place}: {why}</source>
        <translation>Bị từ chối tại {place}: {why}</translation>
    </message>
    <message>
        <source>Registered as a walk-in</source>
        <translation>Đăng ký tại chỗ</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Đã khôi phục</translation>
    </message>
    <message>
        <source>Scan taken back</source>
        <translation>Đã hoàn tác lượt quét</translation>
    </message>
    <message>
        <source>Scan taken back: {why}</source>
        <translation>Đã hoàn tác lượt quét: {why}</translation>
    </message>
    <message>
        <source>Temporary badge {number} for {day}</source>
        <translation>Thẻ tạm số {number} cho ngày {day}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút tên</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>{field} corrected: {before} → {after}</source>
        <translation>Đã sửa {field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{what} (again: {why})</source>
        <translation>{what} (in lại: {why})</translation>
    </message>
    <message>
        <source>{what} (by an import)</source>
        <translation>{what} (do nhập tệp)</translation>
    </message>
    <message>
        <source>{what} by {who}</source>
        <translation>{what} · {who} thực hiện</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation><numerusform>Đã lưu %n dòng.</numerusform></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>All or nothing. Scans wait until this is done.</source>
        <translation>Nhập tất cả hoặc không gì cả. Lượt quét đợi đến khi xong.</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Tệp khác</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>Về bước cột</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Đã huỷ. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>Kiểm tra các dòng</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>Đang kiểm tra {file}</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Choose a roster</source>
        <translation>Chọn danh sách</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Drop the roster file here</source>
        <translation>Thả tệp danh sách vào đây</translation>
    </message>
    <message>
        <source>Excel (XLSX), ODS, CSV, TSV or JSON. Columns are recognised by their names, in Vietnamese and English. Nothing is changed before you have seen what will be.</source>
        <translation>Excel (XLSX), ODS, CSV, TSV hoặc JSON. Cột được nhận ra theo tên tiếng Việt và tiếng Anh. Chưa có gì thay đổi trước khi bạn xem kết quả.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Những dòng đầu của tệp</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>Đến danh sách</translation>
    </message>
    <message>
        <source>Guessed from the contents</source>
        <translation>Đoán theo nội dung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Nhập tệp khác</translation>
    </message>
    <message numerus="yes">
        <source>Import {count} row(s)</source>
        <translation><numerusform>Nhập {count} dòng</numerusform></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Đang nhập {file}</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>Các loại vấn đề</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>No problems found. Every row can be imported.</source>
        <translation>Không có vấn đề nào. Mọi dòng đều nhập được.</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Scans wait until this is done.</source>
        <translation>Chưa có gì thay đổi. Lượt quét đợi đến khi xong.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message numerus="yes">
        <source>Rejected: {count} row(s). Save them, correct them, and import that file: it holds each row as it was, and why.</source>
        <translation><numerusform>{count} dòng bị loại. Hãy lưu, sửa rồi nhập tệp đó: tệp giữ nguyên từng dòng kèm lý do.</numerusform></translation>
    </message>
    <message>
        <source>Rosters (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt *.json)</source>
        <translation>Danh sách (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt *.json)</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>Dòng {row}</translation>
    </message>
    <message>
        <source>Rows with this problem</source>
        <translation>Các dòng có vấn đề này</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>Lưu các dòng bị loại</translation>
    </message>
    <message>
        <source>Save rejected rows as CSV</source>
        <translation>Lưu dòng bị loại thành CSV</translation>
    </message>
    <message>
        <source>Say which column holds the names.</source>
        <translation>Hãy cho biết cột nào chứa họ tên.</translation>
    </message>
    <message>
        <source>Scans wait while the import runs; it can be cancelled.</source>
        <translation>Lượt quét đợi trong khi nhập; có thể huỷ.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Step {number} of 3: {name}</source>
        <translation>Bước {number} trên 3: {name}</translation>
    </message>
    <message>
        <source>There is nothing to import: the roster has it all.</source>
        <translation>Không có gì để nhập: danh sách đã có đủ.</translation>
    </message>
    <message>
        <source>What the column “{column}” holds</source>
        <translation>Cột “{column}” chứa gì</translation>
    </message>
    <message numerus="yes">
        <source>about {count} row(s)</source>
        <translation><numerusform>khoảng {count} dòng</numerusform></translation>
    </message>
    <message>
        <source>added</source>
        <translation>đã thêm</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>bị loại</translation>
    </message>
    <message>
        <source>to be added</source>
        <translation>sẽ thêm</translation>
    </message>
    <message>
        <source>to be updated</source>
        <translation>sẽ cập nhật</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>đã cập nhật</translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s)</source>
        <translation><numerusform>{count} dòng</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s), imported all the same</source>
        <translation><numerusform>{count} dòng, vẫn được nhập</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{count} row(s), not imported</source>
        <translation><numerusform>{count} dòng, không được nhập</numerusform></translation>
    </message>
    <message>
        <source>{file} is imported</source>
        <translation>Đã nhập {file}</translation>
    </message>
    <message>
        <source>{known} of {total} columns are imported.</source>
        <translation>Nhập {known} trên {total} cột.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} dòng nữa</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Arrow keys move it, plus and minus change its size.</source>
        <translation>Các phím mũi tên để dịch chuyển, phím cộng và trừ để phóng to, thu nhỏ.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Drag the picture, or use the arrow keys; the wheel or + − make it larger.</source>
        <translation>Kéo ảnh hoặc dùng các phím mũi tên; lăn chuột hoặc phím + − để phóng to, thu nhỏ.</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Từ tệp …</translation>
    </message>
    <message>
        <source>From the camera</source>
        <translation>Từ máy ảnh</translation>
    </message>
    <message>
        <source>Keep this photo</source>
        <translation>Lưu ảnh này</translation>
    </message>
    <message>
        <source>No camera is connected. Plug one in, or choose a file.</source>
        <translation>Chưa có máy ảnh nào được kết nối. Hãy cắm máy ảnh hoặc chọn tệp ảnh.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Photo of {name} kept</source>
        <translation>Đã lưu ảnh của {name}</translation>
    </message>
    <message>
        <source>Photo of {name} removed</source>
        <translation>Đã gỡ ảnh của {name}</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Tệp ảnh ({endings})</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>Gỡ ảnh</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Chụp</translation>
    </message>
    <message>
        <source>The camera cannot be used: this computer lacks a part for it (libpulse). Choose a file instead.</source>
        <translation>Không dùng được máy ảnh: máy tính thiếu một thành phần cần thiết (libpulse). Hãy chọn tệp ảnh.</translation>
    </message>
    <message>
        <source>The camera gives no picture. Close other programs that use it, or choose a file.</source>
        <translation>Máy ảnh không cho hình. Hãy đóng các chương trình khác đang dùng máy ảnh, hoặc chọn tệp ảnh.</translation>
    </message>
    <message>
        <source>The part of the picture that is kept</source>
        <translation>Phần ảnh được giữ lại</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Hình từ máy ảnh</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>(no name)</source>
        <translation>(không có tên)</translation>
    </message>
    <message>
        <source>All {badges} badges are fine.</source>
        <translation>Cả {badges} thẻ đều ổn.</translation>
    </message>
    <message>
        <source>Badges to look at</source>
        <translation>Thẻ cần xem lại</translation>
    </message>
    <message>
        <source>Before the first day: every badge is put together as the printer would get it, and what would come out wrong is listed here.</source>
        <translation>Trước ngày khai mạc: mỗi thẻ được dựng đúng như khi gửi tới máy in; thẻ nào in ra sẽ chưa ổn được liệt kê tại đây.</translation>
    </message>
    <message>
        <source>Each category’s own layout</source>
        <translation>Mẫu riêng của từng nhóm</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Look at all badges</source>
        <translation>Kiểm tra mọi thẻ</translation>
    </message>
    <message>
        <source>Looked at {time} against {layout}, {dpi} dots an inch.</source>
        <translation>Kiểm tra lúc {time} theo {layout}, {dpi} điểm/inch.</translation>
    </message>
    <message>
        <source>Looking at the badges …</source>
        <translation>Đang kiểm tra thẻ …</translation>
    </message>
    <message>
        <source>Nobody gets a badge yet: the roster is empty.</source>
        <translation>Chưa có ai để làm thẻ: danh sách còn trống.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Resolution of the printer</source>
        <translation>Độ phân giải máy in</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stopped after {badges} badges; {people} of them need a look.</source>
        <translation>Đã dừng sau {badges} thẻ; {people} thẻ cần xem lại.</translation>
    </message>
    <message>
        <source>The roster has changed since; badges listed here are looked at again.</source>
        <translation>Danh sách đã thay đổi từ lúc đó; các thẻ nêu ở đây được kiểm tra lại ngay.</translation>
    </message>
    <message>
        <source>They can be printed all the same.</source>
        <translation>Vẫn có thể in các thẻ này.</translation>
    </message>
    <message>
        <source>each category’s own layout</source>
        <translation>mẫu riêng của từng nhóm</translation>
    </message>
    <message>
        <source>{done} of {total} badges</source>
        <translation>{done}/{total} thẻ</translation>
    </message>
    <message>
        <source>{dpi} dots an inch</source>
        <translation>{dpi} điểm/inch</translation>
    </message>
    <message>
        <source>{people} people’s badges need a look; {badges} were put together.</source>
        <translation>{people} thẻ cần xem lại trong {badges} thẻ đã kiểm tra.</translation>
    </message>
    <message>
        <source>… and {count} more, shown when these are seen to.</source>
        <translation>… và {count} thẻ nữa, sẽ hiện khi đã xử lý những thẻ này.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message numerus="yes">
        <source>%n badge(s) left</source>
        <translation><numerusform>còn %n thẻ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n print(s) to look at</source>
        <translation><numerusform>%n lượt in cần xem</numerusform></translation>
    </message>
    <message>
        <source>Badges that are printed one by one or for many pass by here, and stay when a printer needs you.</source>
        <translation>Thẻ in lẻ hay in hàng loạt đều đi qua đây, và nằm lại khi máy in cần người.</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>By count the stock is used up – load and count anew</source>
        <translation>Theo số đếm thì phôi thẻ đã hết – nạp thêm rồi đếm lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Thư mục {name}</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Thôi không in</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Đã ra thẻ</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>Không ra thẻ</translation>
    </message>
    <message>
        <source>It takes no jobs now</source>
        <translation>Máy in đang không nhận lệnh in</translation>
    </message>
    <message>
        <source>Look whether it came out</source>
        <translation>Xem thẻ đã ra chưa</translation>
    </message>
    <message>
        <source>No PDF is kept of this job yet.</source>
        <translation>Lượt in này chưa có tệp PDF.</translation>
    </message>
    <message>
        <source>No badge is waiting</source>
        <translation>Không có thẻ nào chờ in</translation>
    </message>
    <message>
        <source>No other printer is known</source>
        <translation>Không biết máy in nào khác</translation>
    </message>
    <message>
        <source>Nobody can say what became of it: look into the tray.</source>
        <translation>Không ai biết thẻ đã ra chưa: hãy nhìn vào khay giấy ra.</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Chưa in được</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Không có gì đang chờ.</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>Mở tệp PDF</translation>
    </message>
    <message>
        <source>Open the print queue</source>
        <translation>Mở hàng chờ in</translation>
    </message>
    <message>
        <source>Other printer</source>
        <translation>Máy in khác</translation>
    </message>
    <message>
        <source>PDF folder</source>
        <translation>Thư mục PDF</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>Hàng chờ in</translation>
    </message>
    <message>
        <source>Printed, says the printer</source>
        <translation>Máy in báo đã in xong</translation>
    </message>
    <message>
        <source>Printed, seen at the desk</source>
        <translation>Đã in, quầy đã thấy thẻ</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>Đã lưu thành PDF</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi tới máy in</translation>
    </message>
    <message>
        <source>Stopped – look at the printer</source>
        <translation>Máy in dừng – hãy xem máy in</translation>
    </message>
    <message>
        <source>The printer has it and may still print it once that is put right. Look into the tray, and say what is there.</source>
        <translation>Máy in đang giữ thẻ này và có thể sẽ in khi khắc phục xong. Hãy xem khay ra rồi cho biết có thẻ hay không.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>badge being sent to the printer</source>
        <translation>thẻ đang gửi tới máy in</translation>
    </message>
    <message>
        <source>badge cancelled</source>
        <translation>đã hủy in thẻ</translation>
    </message>
    <message>
        <source>badge handed over</source>
        <translation>thẻ đã trao</translation>
    </message>
    <message>
        <source>badge held up at the printer</source>
        <translation>thẻ đang vướng ở máy in</translation>
    </message>
    <message>
        <source>badge not printed</source>
        <translation>thẻ chưa in được</translation>
    </message>
    <message>
        <source>badge printed</source>
        <translation>thẻ đã in xong</translation>
    </message>
    <message>
        <source>badge saved as PDF</source>
        <translation>thẻ đã lưu thành PDF</translation>
    </message>
    <message>
        <source>badge sent to the printer</source>
        <translation>thẻ đã gửi tới máy in</translation>
    </message>
    <message>
        <source>badge waiting for the printer</source>
        <translation>thẻ đang chờ máy in</translation>
    </message>
    <message>
        <source>not known whether the badge came out</source>
        <translation>chưa rõ thẻ đã ra hay chưa</translation>
    </message>
    <message>
        <source>{count} at the printer</source>
        <translation>{count} đang ở máy in</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} cần xem</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} đang chờ</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n other(s)</source>
        <translation><numerusform>{name} và %n người khác</numerusform></translation>
    </message>
    <message>
        <source>{state}: {words}</source>
        <translation>{state}: {words}</translation>
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
    <name>Reprint</name>
    <message>
        <source>Badge damaged</source>
        <translation>Thẻ hỏng</translation>
    </message>
    <message>
        <source>Badge lost</source>
        <translation>Mất thẻ</translation>
    </message>
    <message>
        <source>Block it and print a new one</source>
        <translation>Khóa thẻ và in thẻ mới</translation>
    </message>
    <message>
        <source>Name corrected</source>
        <translation>Đã sửa tên</translation>
    </message>
    <message>
        <source>Printed at each admission</source>
        <translation>In mỗi lần vào</translation>
    </message>
    <message>
        <source>Printer fault</source>
        <translation>Lỗi máy in</translation>
    </message>
    <message>
        <source>The lost badge is blocked. A new one is in the queue.</source>
        <translation>Đã khoá thẻ bị mất. Thẻ mới đang trong hàng đợi in.</translation>
    </message>
    <message>
        <source>The lost badge is blocked. {why}</source>
        <translation>Đã khoá thẻ bị mất. {why}</translation>
    </message>
    <message>
        <source>The lost badge stops working at once at every desk. Nobody can bring it back, also when it is found.</source>
        <translation>Thẻ mất ngừng hiệu lực ngay ở mọi quầy. Không ai khôi phục được, kể cả khi tìm thấy thẻ.</translation>
    </message>
    <message>
        <source>Why the badge is of no use</source>
        <translation>Lý do bỏ thẻ</translation>
    </message>
    <message>
        <source>Why the badge is printed again</source>
        <translation>Lý do in lại thẻ</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>A delegate needs a name.</source>
        <translation>Đại biểu phải có tên.</translation>
    </message>
    <message>
        <source>A name has letters.</source>
        <translation>Tên phải có chữ cái.</translation>
    </message>
    <message>
        <source>A person must decide before admission</source>
        <translation>Phải có người quyết định trước khi cho vào</translation>
    </message>
    <message>
        <source>A phone number has more digits.</source>
        <translation>Số điện thoại phải có nhiều chữ số hơn.</translation>
    </message>
    <message>
        <source>A year of birth has four digits, such as 1985.</source>
        <translation>Năm sinh có bốn chữ số, ví dụ 1985.</translation>
    </message>
    <message>
        <source>Accredited</source>
        <translation>Được tham dự</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Mọi nhóm</translation>
    </message>
    <message>
        <source>All delegations</source>
        <translation>Mọi đoàn</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.org.</source>
        <translation>Địa chỉ email có dạng ten@example.org.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <source>Arrived {time}</source>
        <translation>Đã đến {time}</translation>
    </message>
    <message>
        <source>As in the roster</source>
        <translation>Như trong danh sách</translation>
    </message>
    <message>
        <source>Badge lost …</source>
        <translation>Mất thẻ …</translation>
    </message>
    <message>
        <source>Block it and print a new badge</source>
        <translation>Khóa và in thẻ mới</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Cho vào</translation>
    </message>
    <message>
        <source>Checked in: {name}</source>
        <translation>Đã ghi nhận: {name}</translation>
    </message>
    <message>
        <source>Choose a country or territory from the list.</source>
        <translation>Hãy chọn quốc gia hoặc vùng lãnh thổ trong danh sách.</translation>
    </message>
    <message>
        <source>Choose somebody to see everything known about them.</source>
        <translation>Chọn một người để xem mọi thông tin về người đó.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>Code ending in {end}, {state}</source>
        <translation>Mã có đuôi {end}, {state}</translation>
    </message>
    <message>
        <source>Code revoked. It is refused from now on.</source>
        <translation>Đã thu hồi mã. Từ nay mã bị từ chối.</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Columns; press one to sort</source>
        <translation>Các cột; bấm để sắp xếp</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Correct {name}</source>
        <translation>Sửa thông tin {name}</translation>
    </message>
    <message>
        <source>Corrected: {name}</source>
        <translation>Đã sửa: {name}</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Decide …</source>
        <translation>Quyết định …</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Đại biểu</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Filter the roster</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Import the list of delegates, or register walk-ins one by one.</source>
        <translation>Nhập danh sách đại biểu, hoặc đăng ký từng người tại chỗ.</translation>
    </message>
    <message>
        <source>Issue a new code</source>
        <translation>Cấp mã mới</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name, organisation, delegation, phone, code …</source>
        <translation>Tên, cơ quan, đoàn, điện thoại, mã …</translation>
    </message>
    <message>
        <source>New code issued. Print a new badge (F5).</source>
        <translation>Đã cấp mã mới. Hãy in thẻ mới (F5).</translation>
    </message>
    <message>
        <source>New walk-in</source>
        <translation>Đăng ký mới</translation>
    </message>
    <message>
        <source>No code yet</source>
        <translation>Chưa có mã</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation>Danh sách chưa có ai</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Không tìm thấy ai</translation>
    </message>
    <message>
        <source>Not accredited</source>
        <translation>Chưa được duyệt</translation>
    </message>
    <message>
        <source>Not admitted: {name}. {headline}. {step}</source>
        <translation>Chưa cho vào: {name}. {headline}. {step}</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Chưa đến</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Only block it</source>
        <translation>Chỉ khóa thẻ</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>People alike</source>
        <translation>Người giống tên</translation>
    </message>
    <message>
        <source>Perhaps on the roster already. Open one, or register anyway:</source>
        <translation>Có thể đã có trong danh sách. Hãy mở một người, hoặc vẫn đăng ký:</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Position, organisation</source>
        <translation>Chức vụ, cơ quan</translation>
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
        <source>Register</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Register anyway</source>
        <translation>Vẫn đăng ký</translation>
    </message>
    <message>
        <source>Registered: {name}</source>
        <translation>Đã đăng ký: {name}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Restored: {name}</source>
        <translation>Đã khôi phục: {name}</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Danh sách đại biểu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>The badge with the code {code} stops working at once at every desk. Nobody can bring it back, also when it is found.</source>
        <translation>Thẻ có mã {code} ngừng hiệu lực ngay ở mọi quầy. Không ai khôi phục được, kể cả khi tìm thấy thẻ.</translation>
    </message>
    <message>
        <source>Try one part of the name, or fewer filters.</source>
        <translation>Hãy thử một phần của tên, hoặc bớt điều kiện lọc.</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Gõ một phần của tên</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút tên</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút tên</translation>
    </message>
    <message>
        <source>Withdrawn: {name}</source>
        <translation>Đã rút tên: {name}</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>đã thay</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>còn hiệu lực</translation>
    </message>
    <message>
        <source>{arrived}/{expected} arrived</source>
        <translation>{arrived}/{expected} đã đến</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>Hiện {shown} trên {total}</translation>
    </message>
    <message>
        <source>{what} · order uncertain</source>
        <translation>{what} · chưa rõ thứ tự</translation>
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
        <source>Check the badge</source>
        <translation>Đối chiếu thẻ</translation>
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
        <source>Hand over</source>
        <translation>Trao thẻ</translation>
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
        <source>Not counted</source>
        <translation>Không được tính</translation>
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
        <source>Send the person to another desk.</source>
        <translation>Mời khách sang quầy khác.</translation>
    </message>
    <message>
        <source>Temporary badge</source>
        <translation>Thẻ tạm</translation>
    </message>
    <message>
        <source>The delegation withdrew this name</source>
        <translation>Đoàn đã rút tên đại biểu này</translation>
    </message>
    <message>
        <source>This desk was revoked: send people to another desk.</source>
        <translation>Quầy đã bị thu hồi quyền: mời khách sang quầy khác.</translation>
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
        <source>not counted</source>
        <translation>không được tính</translation>
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
    <name>Settings</name>
    <message numerus="yes">
        <source>%n printer(s) found.</source>
        <translation><numerusform>Tìm thấy %n máy in.</numerusform></translation>
    </message>
    <message>
        <source>A code of another system arrived. It is looked up in the roster.</source>
        <translation>Nhận được mã của hệ thống khác. Mã sẽ được tra trong danh sách.</translation>
    </message>
    <message>
        <source>A whole code arrived with “{before}” before and “{after}” after it. Enter them above as prefix and suffix.</source>
        <translation>Nhận được mã đầy đủ, có “{before}” trước và “{after}” sau. Hãy nhập vào ô ký tự đầu và ký tự cuối ở trên.</translation>
    </message>
    <message>
        <source>A whole copy, checked, while the desk goes on.</source>
        <translation>Bản sao đầy đủ, đã kiểm tra, trong khi quầy vẫn làm việc.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>Địa chỉ máy in</translation>
    </message>
    <message>
        <source>After so much quiet the last verdict goes away.</source>
        <translation>Sau chừng ấy thời gian yên lặng, kết quả cuối sẽ ẩn đi.</translation>
    </message>
    <message>
        <source>All desks meet at this computer while it runs.</source>
        <translation>Mọi quầy gặp nhau tại máy này khi máy đang chạy.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Luôn luôn</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>Sự kiện khác</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>At registration, once a printer is chosen.</source>
        <translation>Tại quầy đăng ký, khi đã chọn máy in.</translation>
    </message>
    <message>
        <source>Back to ready</source>
        <translation>Trở về sẵn sàng</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Badges and printing</source>
        <translation>Thẻ và in ấn</translation>
    </message>
    <message>
        <source>Badges by category</source>
        <translation>Thẻ theo nhóm đại biểu</translation>
    </message>
    <message>
        <source>Badges of a category can go to a printer of their own.</source>
        <translation>Thẻ của mỗi nhóm có thể in ở một máy riêng.</translation>
    </message>
    <message>
        <source>Before a badge is handed over</source>
        <translation>Trước khi trao thẻ</translation>
    </message>
    <message>
        <source>Blank badges</source>
        <translation>Phôi thẻ</translation>
    </message>
    <message>
        <source>Blank badges in {printer}</source>
        <translation>Số phôi thẻ trong {printer}</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Dựng bằng</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Kiểm tra tệp</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Đang kiểm tra …</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Điểm kiểm soát</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Colour: {category}</source>
        <translation>Màu: {category}</translation>
    </message>
    <message>
        <source>Count them once; every print is taken off. Warn at:</source>
        <translation>Đếm một lần; mỗi thẻ in ra được trừ đi. Nhắc khi còn:</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đã đếm</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Desks and hub …</source>
        <translation>Các quầy và máy chủ …</translation>
    </message>
    <message>
        <source>Desks of this event in the same network exchange directly.</source>
        <translation>Các quầy của sự kiện trong cùng mạng trao đổi trực tiếp.</translation>
    </message>
    <message>
        <source>Digits arrived, but not a whole code. Turn the input method off, or set a prefix in the scanner and here.</source>
        <translation>Nhận được chữ số nhưng không đủ một mã. Hãy tắt bộ gõ, hoặc đặt ký tự đầu trong máy quét và ở đây.</translation>
    </message>
    <message>
        <source>Dots an inch</source>
        <translation>Số điểm trên một inch</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>Kết thúc thử</translation>
    </message>
    <message>
        <source>Event file</source>
        <translation>Tệp sự kiện</translation>
    </message>
    <message>
        <source>Events (*.checkin)</source>
        <translation>Sự kiện (*.checkin)</translation>
    </message>
    <message>
        <source>Everything of this event is in this one file.</source>
        <translation>Mọi dữ liệu của sự kiện nằm trong một tệp này.</translation>
    </message>
    <message>
        <source>Exchange with other desks</source>
        <translation>Trao đổi với các quầy khác</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Tìm cài đặt</translation>
    </message>
    <message>
        <source>Folder that badges are printed into</source>
        <translation>Thư mục để in thẻ vào</translation>
    </message>
    <message>
        <source>Folder {path}</source>
        <translation>Thư mục {path}</translation>
    </message>
    <message>
        <source>Forget this printer</source>
        <translation>Bỏ máy in này</translation>
    </message>
    <message>
        <source>Height of a label</source>
        <translation>Chiều cao nhãn</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>High contrast is black and white, 7 to 1 everywhere.</source>
        <translation>Tương phản cao là đen trắng, từ 7:1 ở mọi chỗ.</translation>
    </message>
    <message>
        <source>If it was never printed</source>
        <translation>Nếu chưa in lần nào</translation>
    </message>
    <message>
        <source>Join a hub, see the desks, carry a bundle on a stick.</source>
        <translation>Kết nối máy chủ đồng bộ, xem các quầy, mang gói dữ liệu bằng USB.</translation>
    </message>
    <message>
        <source>Keep the code</source>
        <translation>Giữ nguyên mã</translation>
    </message>
    <message>
        <source>Kept in the event: the same at every desk.</source>
        <translation>Lưu trong sự kiện: mọi quầy đều như nhau.</translation>
    </message>
    <message>
        <source>Kind of printer</source>
        <translation>Loại máy in</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Layout: {category}</source>
        <translation>Mẫu thẻ: {category}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Look and sound</source>
        <translation>Giao diện và âm thanh</translation>
    </message>
    <message>
        <source>Look for printers</source>
        <translation>Tìm máy in</translation>
    </message>
    <message>
        <source>Looking for printers …</source>
        <translation>Đang tìm máy in …</translation>
    </message>
    <message>
        <source>Meet desks on the LAN</source>
        <translation>Gặp các quầy trong mạng nội bộ</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Chuyển động</translation>
    </message>
    <message>
        <source>Move things</source>
        <translation>Cho phép chuyển động</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Tên quầy này</translation>
    </message>
    <message>
        <source>Network printer (IPP)</source>
        <translation>Máy in mạng (IPP)</translation>
    </message>
    <message>
        <source>Network printer …</source>
        <translation>Máy in mạng …</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Không tự in</translation>
    </message>
    <message>
        <source>No badge</source>
        <translation>Không có thẻ</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>Máy tính này chưa cài máy in nào.</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Không có cài đặt nào chứa những từ này.</translation>
    </message>
    <message>
        <source>None: save as PDF</source>
        <translation>Không có: lưu thành PDF</translation>
    </message>
    <message>
        <source>Not whole: {problems} Restore the latest backup.</source>
        <translation>Không nguyên vẹn: {problems} Hãy khôi phục bản sao lưu gần nhất.</translation>
    </message>
    <message>
        <source>Of this window; the log holds both.</source>
        <translation>Của cửa sổ này; nhật ký giữ cả hai.</translation>
    </message>
    <message>
        <source>Open another event</source>
        <translation>Mở sự kiện khác</translation>
    </message>
    <message>
        <source>Open another event …</source>
        <translation>Mở sự kiện khác …</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Play sounds</source>
        <translation>Phát âm thanh</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Ký tự đầu</translation>
    </message>
    <message>
        <source>Print a test page now: {printer}</source>
        <translation>Hãy in thử một trang: {printer}</translation>
    </message>
    <message>
        <source>Print into a folder …</source>
        <translation>In vào thư mục …</translation>
    </message>
    <message>
        <source>Print when somebody is admitted</source>
        <translation>In khi có người được vào</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printer of a category</source>
        <translation>Máy in theo nhóm đại biểu</translation>
    </message>
    <message>
        <source>Read each fresh badge first</source>
        <translation>Quét đối chiếu từng thẻ vừa in</translation>
    </message>
    <message>
        <source>Reads every page, hash and seal. Scans go on meanwhile.</source>
        <translation>Đọc mọi trang, mã băm và dấu niêm. Vẫn quét được trong lúc đó.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Scan any code now. Nothing is recorded.</source>
        <translation>Hãy quét một mã bất kỳ. Không ghi nhận gì.</translation>
    </message>
    <message>
        <source>Scan anything and see what arrived, how fast, and as what.</source>
        <translation>Quét bất kỳ để xem nhận được gì, nhanh chậm và được hiểu là gì.</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Scanning the fresh badge says whether it is the right one; it is no second entrance.</source>
        <translation>Quét thẻ vừa in để biết có đúng thẻ không; lượt quét này không tính là vào lần nữa.</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Tự kiểm tra</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Tệp cài đặt</translation>
    </message>
    <message>
        <source>Short moves that show where something went.</source>
        <translation>Chuyển động ngắn cho biết mọi thứ đi về đâu.</translation>
    </message>
    <message>
        <source>Short, as on the sign above it.</source>
        <translation>Ngắn gọn, như trên biển của quầy.</translation>
    </message>
    <message>
        <source>Size of the badge, where the category has none of its own.</source>
        <translation>Khổ thẻ, khi nhóm đại biểu không có mẫu riêng.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Stands beside every scan and correction made here.</source>
        <translation>Ghi cạnh mọi lượt quét và chỉnh sửa ở đây.</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Ký tự cuối</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>In thử</translation>
    </message>
    <message>
        <source>Test the scanner</source>
        <translation>Thử máy quét</translation>
    </message>
    <message>
        <source>That is no address of a printer. It looks like 192.168.1.50, printer.local, or ipp://printer.local/ipp/print.</source>
        <translation>Đây không phải địa chỉ máy in. Ví dụ: 192.168.1.50, printer.local, hoặc ipp://printer.local/ipp/print.</translation>
    </message>
    <message>
        <source>The code arrived, but slowly. Set the scanner to type without a delay between keys.</source>
        <translation>Nhận được mã nhưng chậm. Hãy đặt máy quét gửi phím không có độ trễ.</translation>
    </message>
    <message>
        <source>The scanner works: a whole code arrived.</source>
        <translation>Máy quét hoạt động tốt: nhận được mã đầy đủ.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Màu giao diện</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Quầy này</translation>
    </message>
    <message>
        <source>This desk is the hub</source>
        <translation>Quầy này là máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>This desk's name in the log</source>
        <translation>Tên của quầy trong nhật ký</translation>
    </message>
    <message>
        <source>This desk’s layout</source>
        <translation>Mẫu của quầy này</translation>
    </message>
    <message>
        <source>This desk’s printer</source>
        <translation>Máy in của quầy này</translation>
    </message>
    <message>
        <source>This looks like typing, not like a code. Scan a badge of this event, or set a prefix.</source>
        <translation>Trông giống gõ phím, không phải mã. Hãy quét một thẻ của sự kiện, hoặc đặt ký tự đầu.</translation>
    </message>
    <message>
        <source>This one is closed first; nothing is lost.</source>
        <translation>Sự kiện này sẽ đóng trước; không mất gì.</translation>
    </message>
    <message>
        <source>Three short ones: admitted, refused, a person decides.</source>
        <translation>Ba âm ngắn: mời vào, từ chối, cần người quyết định.</translation>
    </message>
    <message>
        <source>To the first page</source>
        <translation>Về trang đầu</translation>
    </message>
    <message>
        <source>Use this printer</source>
        <translation>Dùng máy in này</translation>
    </message>
    <message>
        <source>Usually it gets a new code and the old badge is refused. Kept: both work.</source>
        <translation>Thường thẻ mới có mã mới và thẻ cũ bị từ chối. Nếu giữ mã: cả hai thẻ đều dùng được.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>What it types after each code, before Enter.</source>
        <translation>Ký tự máy gửi sau mỗi mã, trước phím Enter.</translation>
    </message>
    <message>
        <source>What the scanner types before each code; best a control sign.</source>
        <translation>Ký tự máy gửi trước mỗi mã; tốt nhất là ký tự điều khiển.</translation>
    </message>
    <message>
        <source>When a badge is printed again</source>
        <translation>Khi in lại thẻ</translation>
    </message>
    <message>
        <source>Where the codes read here let people in.</source>
        <translation>Mã quét ở đây cho vào nơi nào.</translation>
    </message>
    <message>
        <source>Whole: {count} entries, {digest}.</source>
        <translation>Nguyên vẹn: {count} mục, {digest}.</translation>
    </message>
    <message>
        <source>Width of a label</source>
        <translation>Chiều rộng nhãn</translation>
    </message>
    <message>
        <source>Without one, badges are saved as PDF.</source>
        <translation>Nếu không có, thẻ được lưu thành PDF.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
    <message>
        <source>Zebra label printer (ZPL)</source>
        <translation>Máy in nhãn Zebra (ZPL)</translation>
    </message>
    <message>
        <source>badges left</source>
        <translation>thẻ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>never counted</source>
        <translation>chưa đếm lần nào</translation>
    </message>
    <message>
        <source>on</source>
        <translation>bật</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>giây</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đang dừng</translation>
    </message>
    <message>
        <source>takes no jobs</source>
        <translation>không nhận lệnh in</translation>
    </message>
    <message>
        <source>{category}: kept for every desk of this event</source>
        <translation>{category}: đã lưu cho mọi quầy của sự kiện này</translation>
    </message>
    <message>
        <source>{count} blank badges in {printer} are kept.</source>
        <translation>Đã ghi nhận {count} phôi thẻ trong {printer}.</translation>
    </message>
    <message>
        <source>{left} left; since {time} {printed} printed, {spoilt} spoilt</source>
        <translation>còn {left}; từ {time} đã in {printed}, hỏng {spoilt}</translation>
    </message>
    <message>
        <source>{name}: not in this event, A6 instead</source>
        <translation>{name}: sự kiện này không có, dùng A6</translation>
    </message>
    <message>
        <source>{text}
{count} keys, {pace} ms a key</source>
        <translation>{text}
{count} phím, {pace} ms mỗi phím</translation>
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
        <source>Badges</source>
        <translation>Thẻ</translation>
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
        <source>Exports</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
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
        <source>Opening the event …</source>
        <translation>Đang mở sự kiện …</translation>
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
        <translation>Danh sách</translation>
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
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
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
        <source>Join a hub</source>
        <translation>Kết nối máy chủ đồng bộ</translation>
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
        <source>Sample event: 1,800 invented delegates, to practise on</source>
        <translation>Sự kiện mẫu: 1.800 đại biểu hư cấu, để tập dùng</translation>
    </message>
    <message>
        <source>Scan or paste what the hub shows; the event comes with it.</source>
        <translation>Quét hoặc dán mã ghi danh của máy chủ; sự kiện được tải về theo.</translation>
    </message>
    <message>
        <source>Scan the QR code that the hub shows, or paste its text. The whole event comes with it; afterwards this desk works with and without a link.</source>
        <translation>Quét mã QR do máy chủ đồng bộ hiển thị, hoặc dán dòng chữ của mã. Toàn bộ sự kiện sẽ được tải về; sau đó quầy này làm việc được cả khi mất kết nối.</translation>
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
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>%n fact(s) are new here.</source>
        <translation><numerusform>%n dữ kiện mới đối với quầy này.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) that the hub does not have are lost.</source>
        <translation><numerusform>%n dữ kiện mà máy chủ chưa có sẽ mất.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) apart</source>
        <translation><numerusform>cách nhau %n giờ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of facts are kept by the hub, but not counted there yet.</source>
        <translation><numerusform>%n loại dữ kiện được máy chủ lưu giữ nhưng chưa tính đến.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) apart</source>
        <translation><numerusform>cách nhau %n phút</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n other desk(s) have reached it.</source>
        <translation><numerusform>%n quầy khác đã kết nối được.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept aside</source>
        <translation><numerusform>%n trang được để riêng</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) apart</source>
        <translation><numerusform>cách nhau %n giây</numerusform></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(để trống)</translation>
    </message>
    <message>
        <source>A desk needs a name: what is written on its table.</source>
        <translation>Quầy cần có tên: tên ghi trên bàn.</translation>
    </message>
    <message>
        <source>Admitted twice: {place}</source>
        <translation>Cho vào hai lần: {place}</translation>
    </message>
    <message>
        <source>Another program of this computer uses port {taken}, so the hub uses {port}.</source>
        <translation>Một chương trình khác trên máy này đang dùng cổng {taken}, nên máy chủ dùng cổng {port}.</translation>
    </message>
    <message>
        <source>Are these one person?</source>
        <translation>Hai dòng này có phải một người?</translation>
    </message>
    <message>
        <source>As the hub named it</source>
        <translation>Theo tên máy chủ đặt</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Đang hỏi máy chủ …</translation>
    </message>
    <message>
        <source>At two doors at once: {place}</source>
        <translation>Ở hai cửa cùng lúc: {place}</translation>
    </message>
    <message>
        <source>Badge given</source>
        <translation>Thẻ được phát</translation>
    </message>
    <message>
        <source>Both scans stay as they are and count as one arrival.</source>
        <translation>Cả hai lần quét giữ nguyên và tính là một lượt đến.</translation>
    </message>
    <message>
        <source>Both stay in the roster; nobody is asked about it again.</source>
        <translation>Cả hai ở lại trong danh sách; không hỏi lại nữa.</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói dữ liệu</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Gói dữ liệu</translation>
    </message>
    <message>
        <source>CHECKIN-… paste or scan</source>
        <translation>CHECKIN-… dán hoặc quét</translation>
    </message>
    <message>
        <source>Changed at two desks: {field}</source>
        <translation>Hai quầy cùng sửa: {field}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Code of all that is known here: desks that show the same one know the same.</source>
        <translation>Mã của mọi dữ liệu quầy này biết: các quầy hiện cùng mã thì biết như nhau.</translation>
    </message>
    <message>
        <source>Code {codes}</source>
        <translation>Mã {codes}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Đang kết nối</translation>
    </message>
    <message>
        <source>Copied badge</source>
        <translation>Thẻ bị sao chép</translation>
    </message>
    <message>
        <source>Copied. It is good for one desk, once.</source>
        <translation>Đã sao chép. Dùng cho một quầy, một lần.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Sao chép dòng chữ</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Đã quyết định</translation>
    </message>
    <message>
        <source>Decided differently at two desks</source>
        <translation>Hai quầy quyết định khác nhau</translation>
    </message>
    <message>
        <source>Decided: a copied badge. Print the guest's fresh one.</source>
        <translation>Đã quyết định: thẻ bị sao chép. Hãy in thẻ mới cho khách.</translation>
    </message>
    <message>
        <source>Decided: a mistake. It is taken back.</source>
        <translation>Đã quyết định: nhầm lẫn. Lần quét đó được thu hồi.</translation>
    </message>
    <message>
        <source>Decided: different people.</source>
        <translation>Đã quyết định: hai người khác nhau.</translation>
    </message>
    <message>
        <source>Decided: the same person came back.</source>
        <translation>Đã quyết định: cùng một người quay lại.</translation>
    </message>
    <message>
        <source>Decided: “{value}” stays.</source>
        <translation>Đã quyết định: giữ “{value}”.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Các quầy</translation>
    </message>
    <message>
        <source>Desks of this event in the same network exchange directly, also without a hub. Only those that hold the event's keys are listened to.</source>
        <translation>Các quầy của sự kiện trong cùng mạng trao đổi trực tiếp, không cần máy chủ. Chỉ nghe những quầy có khóa của sự kiện.</translation>
    </message>
    <message>
        <source>Desks on the LAN</source>
        <translation>Các quầy trong mạng nội bộ</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Hai người khác nhau</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Enrol a desk</source>
        <translation>Ghi danh quầy</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Mã ghi danh</translation>
    </message>
    <message>
        <source>Enrolment as a QR code</source>
        <translation>Mã ghi danh dạng QR</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Xóa hẳn</translation>
    </message>
    <message>
        <source>Erase this copy …</source>
        <translation>Xóa bản sao này …</translation>
    </message>
    <message>
        <source>Erase this desk's copy of the event?</source>
        <translation>Xóa bản sao sự kiện của quầy này?</translation>
    </message>
    <message>
        <source>Everything is recorded here. Join a hub, meet desks on the LAN, or carry a bundle on a stick: the others then know it too.</source>
        <translation>Mọi thứ đều được ghi tại đây. Kết nối máy chủ đồng bộ, gặp các quầy trong mạng nội bộ, hoặc mang gói dữ liệu bằng USB để các quầy khác cùng biết.</translation>
    </message>
    <message>
        <source>Everything this desk knows as one file, signed and encrypted. Reading the same file twice changes nothing.</source>
        <translation>Mọi điều quầy này biết trong một tệp, đã ký và mã hóa. Đọc cùng một tệp hai lần không thay đổi gì.</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>Lần quét đầu</translation>
    </message>
    <message>
        <source>For “{desk}”. At that desk choose “Join a hub”, then scan this code with its scanner or paste the text. Good once, until {time}.</source>
        <translation>Dành cho “{desk}”. Tại quầy đó chọn “Kết nối máy chủ đồng bộ”, rồi quét mã này bằng máy quét hoặc dán dòng chữ. Dùng một lần, đến {time}.</translation>
    </message>
    <message>
        <source>From then on the hub takes nothing from this desk, and what it records counts nowhere. What it recorded before stays. Only a new enrolment lets it back in.</source>
        <translation>Từ lúc đó máy chủ không nhận gì từ quầy này, những gì quầy ghi thêm không được tính ở đâu cả. Những gì đã ghi trước đó vẫn còn. Chỉ mã ghi danh mới cho quầy vào lại.</translation>
    </message>
    <message>
        <source>From {desk}, written {time}, {size}.</source>
        <translation>Từ {desk}, ghi lúc {time}, {size}.</translation>
    </message>
    <message>
        <source>From {desk}. Everybody sees it from then on.</source>
        <translation>Từ {desk}. Từ đó mọi quầy sẽ thấy giá trị này.</translation>
    </message>
    <message>
        <source>From {desk}. It is what everybody sees now, and stays.</source>
        <translation>Từ {desk}. Đây là giá trị mọi quầy đang thấy, và sẽ giữ nguyên.</translation>
    </message>
    <message>
        <source>Getting back in needs a new enrolment from the organiser's hub.</source>
        <translation>Muốn vào lại phải có mã ghi danh mới từ máy chủ của ban tổ chức.</translation>
    </message>
    <message>
        <source>Given to {name}</source>
        <translation>Phát cho {name}</translation>
    </message>
    <message>
        <source>Has arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>Hub and desk have different releases</source>
        <translation>Máy chủ và quầy khác phiên bản</translation>
    </message>
    <message>
        <source>Hub and desk need one release</source>
        <translation>Máy chủ và quầy khác phiên bản</translation>
    </message>
    <message>
        <source>Hub desk</source>
        <translation>Quầy máy chủ</translation>
    </message>
    <message>
        <source>If one cannot: is it in the same network, and does no firewall close port {port}?</source>
        <translation>Nếu quầy nào không vào được: quầy có cùng mạng không, tường lửa có chặn cổng {port} không?</translation>
    </message>
    <message>
        <source>It knows {people} people, {scans} scans, {desks} desks.</source>
        <translation>Gồm {people} người, {scans} lần quét, {desks} quầy.</translation>
    </message>
    <message>
        <source>It was written in the future: one of the two clocks is wrong.</source>
        <translation>Gói được ghi ở tương lai: một trong hai đồng hồ sai.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Join with another enrolment</source>
        <translation>Kết nối bằng mã ghi danh khác</translation>
    </message>
    <message>
        <source>Joined. What waited here goes out now.</source>
        <translation>Đã kết nối. Những gì đang chờ sẽ được gửi ngay.</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Đang kết nối</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep one value</source>
        <translation>Giữ một giá trị</translation>
    </message>
    <message>
        <source>Keep “{value}”</source>
        <translation>Giữ “{value}”</translation>
    </message>
    <message numerus="yes">
        <source>Kept aside: %n page(s).</source>
        <translation><numerusform>Để riêng: %n trang.</numerusform></translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Gặp lần cuối</translation>
    </message>
    <message>
        <source>Later scan</source>
        <translation>Lần quét sau</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Leave the hub</source>
        <translation>Rời máy chủ</translation>
    </message>
    <message>
        <source>Leave this hub …</source>
        <translation>Rời máy chủ này …</translation>
    </message>
    <message>
        <source>Left the hub. What is recorded stays here; enrol to join again.</source>
        <translation>Đã rời máy chủ. Dữ liệu đã ghi vẫn ở đây; cần ghi danh để kết nối lại.</translation>
    </message>
    <message>
        <source>Let in with a code that was replaced</source>
        <translation>Đã vào bằng mã đã được thay</translation>
    </message>
    <message>
        <source>Looking into it …</source>
        <translation>Đang xem gói …</translation>
    </message>
    <message>
        <source>Meet desks on the LAN</source>
        <translation>Gặp các quầy trong mạng nội bộ</translation>
    </message>
    <message>
        <source>Merged: {name}. Both codes stay.</source>
        <translation>Đã gộp: {name}. Giữ cả hai mã.</translation>
    </message>
    <message>
        <source>Merged: {name}. One code stays.</source>
        <translation>Đã gộp: {name}. Giữ một mã.</translation>
    </message>
    <message>
        <source>Mistake at a desk</source>
        <translation>Nhầm lẫn ở quầy</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Tên quầy</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Tên quầy này</translation>
    </message>
    <message>
        <source>New password for it</source>
        <translation>Mật khẩu mới cho trang</translation>
    </message>
    <message>
        <source>No hub</source>
        <translation>Mất máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>No other desk has reached it yet.</source>
        <translation>Chưa có quầy nào khác kết nối được.</translation>
    </message>
    <message>
        <source>Nobody seen yet.</source>
        <translation>Chưa thấy quầy nào.</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <translation>Chưa đến</translation>
    </message>
    <message>
        <source>Nothing in it is new here.</source>
        <translation>Không có gì mới đối với quầy này.</translation>
    </message>
    <message>
        <source>Nothing to decide. When two desks knew different things of one person, it is shown here with both scans.</source>
        <translation>Không có gì cần xử lý. Khi hai quầy biết khác nhau về một người, cả hai lần quét sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Chưa có quyết định nào.</translation>
    </message>
    <message>
        <source>One badge was at two doors at once. What happened?</source>
        <translation>Một thẻ ở hai cửa cùng lúc. Chuyện gì đã xảy ra?</translation>
    </message>
    <message>
        <source>One badge was let in twice. What happened?</source>
        <translation>Một thẻ được cho vào hai lần. Chuyện gì đã xảy ra?</translation>
    </message>
    <message>
        <source>One computer of the venue can be the place where all desks meet. Nothing needs to be installed; it goes on while this program runs.</source>
        <translation>Một máy tại hội trường có thể là nơi mọi quầy gặp nhau. Không cần cài đặt gì thêm; máy chủ chạy khi chương trình này đang mở.</translation>
    </message>
    <message>
        <source>One fact is new here.</source>
        <translation>1 dữ kiện mới đối với quầy này.</translation>
    </message>
    <message>
        <source>One fact that the hub does not have is lost.</source>
        <translation>1 dữ kiện mà máy chủ chưa có sẽ mất.</translation>
    </message>
    <message>
        <source>One kind of facts is kept by the hub, but not counted there yet.</source>
        <translation>1 loại dữ kiện được máy chủ lưu giữ nhưng chưa tính đến.</translation>
    </message>
    <message>
        <source>One other desk has reached it.</source>
        <translation>1 quầy khác đã kết nối được.</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Một người</translation>
    </message>
    <message>
        <source>One person, both codes stay</source>
        <translation>Một người, giữ cả hai mã</translation>
    </message>
    <message>
        <source>One person, one code</source>
        <translation>Một người, một mã</translation>
    </message>
    <message>
        <source>One row in the roster with all scans. Both badges go on working.</source>
        <translation>Một dòng trong danh sách, đủ mọi lần quét. Cả hai thẻ vẫn dùng được.</translation>
    </message>
    <message>
        <source>One row in the roster with all scans. Only the badge of the one at the left goes on working.</source>
        <translation>Một dòng trong danh sách, đủ mọi lần quét. Chỉ thẻ của người bên trái còn dùng được.</translation>
    </message>
    <message>
        <source>One scan</source>
        <translation>Một lần quét</translation>
    </message>
    <message>
        <source>One temporary badge, two people</source>
        <translation>Một thẻ tạm, hai người</translation>
    </message>
    <message>
        <source>Open the control-room page</source>
        <translation>Mở trang điều hành</translation>
    </message>
    <message>
        <source>Order uncertain: they lie nearer together than the clocks of these desks are known.</source>
        <translation>Chưa rõ lần nào trước: hai lần quét cách nhau ít hơn sai số đồng hồ của hai quầy.</translation>
    </message>
    <message>
        <source>Password of the control-room page, shown until this program ends: {password}</source>
        <translation>Mật khẩu trang điều hành, hiện cho đến khi đóng chương trình: {password}</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Port of the hub</source>
        <translation>Cổng của máy chủ</translation>
    </message>
    <message>
        <source>Putting the event into the hub …</source>
        <translation>Đang đưa sự kiện vào máy chủ …</translation>
    </message>
    <message>
        <source>Read a bundle</source>
        <translation>Đọc gói dữ liệu</translation>
    </message>
    <message>
        <source>Read a bundle …</source>
        <translation>Đọc gói dữ liệu …</translation>
    </message>
    <message>
        <source>Read it in</source>
        <translation>Nhận vào</translation>
    </message>
    <message numerus="yes">
        <source>Read: %n fact(s) were new.</source>
        <translation><numerusform>Đã đọc: %n dữ kiện mới.</numerusform></translation>
    </message>
    <message>
        <source>Read: one fact was new.</source>
        <translation>Đã đọc: 1 dữ kiện mới.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Đang đọc …</translation>
    </message>
    <message>
        <source>Registered at two desks?</source>
        <translation>Đăng ký ở hai quầy?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Revoke for good</source>
        <translation>Thu hồi hẳn</translation>
    </message>
    <message>
        <source>Revoke …</source>
        <translation>Thu hồi …</translation>
    </message>
    <message>
        <source>Same person came back</source>
        <translation>Cùng một người quay lại</translation>
    </message>
    <message>
        <source>Set the time in the system's settings. What was scanned is kept with the difference, and shown corrected.</source>
        <translation>Hãy chỉnh giờ trong cài đặt hệ thống. Các lần quét được lưu kèm độ lệch và hiện theo giờ đã hiệu chỉnh.</translation>
    </message>
    <message>
        <source>Somebody came in with a badge that no longer counts. Who?</source>
        <translation>Có người đã vào bằng thẻ không còn hiệu lực. Ai vậy?</translation>
    </message>
    <message>
        <source>Somebody should look at this</source>
        <translation>Cần người xem xét</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Đã đồng bộ</translation>
    </message>
    <message numerus="yes">
        <source>Synced with %n desk(s) on the LAN</source>
        <translation><numerusform>Đã đồng bộ với %n quầy trong mạng nội bộ</numerusform></translation>
    </message>
    <message>
        <source>Synced with {hub}</source>
        <translation>Đã đồng bộ với {hub}</translation>
    </message>
    <message>
        <source>Take back: {decision}</source>
        <translation>Hoàn tác: {decision}</translation>
    </message>
    <message>
        <source>Taken back: it waits for a decision again.</source>
        <translation>Đã hoàn tác: việc này lại chờ quyết định.</translation>
    </message>
    <message>
        <source>Taking in {done} of {total}</source>
        <translation>Đang nhận {done}/{total}</translation>
    </message>
    <message>
        <source>The code changed</source>
        <translation>Mã được đổi</translation>
    </message>
    <message>
        <source>The code of all that is known here is being worked out.</source>
        <translation>Đang tính mã của mọi dữ liệu quầy này biết.</translation>
    </message>
    <message>
        <source>The code that was read is refused from now on, at every desk. The guest gets a fresh one: print it in the roster (F5).</source>
        <translation>Từ giờ mã đã đọc bị từ chối ở mọi quầy. Khách có mã mới: in thẻ trong danh sách (F5).</translation>
    </message>
    <message>
        <source>The code was replaced or revoked here</source>
        <translation>Mã được thay hoặc thu hồi tại đây</translation>
    </message>
    <message>
        <source>The event file, its backups and its badge PDFs on this computer go. Nobody can undo it.</source>
        <translation>Tệp sự kiện, các bản sao lưu và thẻ PDF trên máy này sẽ bị xóa. Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>The hub does not run now: no desk could join by it.</source>
        <translation>Máy chủ hiện không chạy: chưa quầy nào kết nối bằng mã này được.</translation>
    </message>
    <message>
        <source>The hub does not run: another program of this computer uses port {port}. End that program, or use another port; desks that joined at {port} must then be enrolled again.</source>
        <translation>Máy chủ không chạy: một chương trình khác trên máy này đang dùng cổng {port}. Hãy tắt chương trình đó, hoặc dùng cổng khác; khi đó các quầy đã kết nối qua cổng {port} phải được ghi danh lại.</translation>
    </message>
    <message>
        <source>The hub does not run: {why}</source>
        <translation>Máy chủ không chạy: {why}</translation>
    </message>
    <message>
        <source>The hub is starting …</source>
        <translation>Máy chủ đang khởi động …</translation>
    </message>
    <message>
        <source>The hub refuses this desk</source>
        <translation>Máy chủ đồng bộ từ chối quầy này</translation>
    </message>
    <message>
        <source>The hub runs at {address}</source>
        <translation>Máy chủ đang chạy tại {address}</translation>
    </message>
    <message>
        <source>The hub takes and gives nothing any more. Ask the supervisor for a new enrolment, or give the computer back with its copy of the event erased.</source>
        <translation>Máy chủ không nhận và không gửi gì nữa. Hãy xin giám sát mã ghi danh mới, hoặc xóa bản sao sự kiện rồi trả máy.</translation>
    </message>
    <message>
        <source>The later scan is taken back; the first one stays.</source>
        <translation>Thu hồi lần quét sau; giữ lần đầu.</translation>
    </message>
    <message>
        <source>The organiser's hub shows an enrolment: scan its QR code, or paste its text. It is good for one desk, once.</source>
        <translation>Máy chủ của ban tổ chức cấp mã ghi danh: quét mã QR hoặc dán dòng chữ. Dùng cho một quầy, một lần.</translation>
    </message>
    <message>
        <source>The other scan</source>
        <translation>Lần quét kia</translation>
    </message>
    <message>
        <source>The scan at {desk} is taken back; the other one stays.</source>
        <translation>Thu hồi lần quét ở {desk}; giữ lần kia.</translation>
    </message>
    <message>
        <source>They could not be true and were not taken in; everything else was. Show this to whoever runs the hub.</source>
        <translation>Các trang này không thể đúng nên không được nhận; mọi thứ khác đã nhận. Hãy báo người phụ trách máy chủ.</translation>
    </message>
    <message>
        <source>This computer has no network now: no other desk can reach it. Connect it to the desks' network.</source>
        <translation>Máy này hiện không có mạng: quầy khác không kết nối được. Hãy nối vào mạng của các quầy.</translation>
    </message>
    <message>
        <source>This computer's clock is wrong: {clock}</source>
        <translation>Đồng hồ máy này sai: {clock}</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Quầy này</translation>
    </message>
    <message>
        <source>This desk belongs to a hub already: one event has one hub.</source>
        <translation>Quầy này đã thuộc một máy chủ: mỗi sự kiện chỉ có một máy chủ.</translation>
    </message>
    <message>
        <source>This desk belongs to the hub at {address}. It may: {profile}.</source>
        <translation>Quầy này thuộc máy chủ tại {address}. Quyền: {profile}.</translation>
    </message>
    <message>
        <source>This desk is the hub</source>
        <translation>Quầy này là máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>This desk was revoked</source>
        <translation>Quầy này đã bị thu hồi quyền</translation>
    </message>
    <message>
        <source>This desk works alone</source>
        <translation>Quầy này làm việc độc lập</translation>
    </message>
    <message>
        <source>This desk's copy of the event is erased.</source>
        <translation>Đã xóa bản sao sự kiện của quầy này.</translation>
    </message>
    <message>
        <source>This one is joined to it</source>
        <translation>Gộp người này vào</translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation>Giữ lại người này</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Đang thử.</translation>
    </message>
    <message>
        <source>Two desks changed “{field}”. Which one is right?</source>
        <translation>Hai quầy cùng sửa “{field}”. Bên nào đúng?</translation>
    </message>
    <message>
        <source>Two desks decided the same differently. Which one holds?</source>
        <translation>Hai quầy quyết định khác nhau về cùng một việc. Theo quyết định nào?</translation>
    </message>
    <message>
        <source>Two people were given one temporary badge. Who has it?</source>
        <translation>Hai người được phát cùng một thẻ tạm. Ai đang giữ thẻ?</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>Dùng cổng này</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ đồng bộ</translation>
    </message>
    <message>
        <source>What everybody sees now</source>
        <translation>Giá trị mọi quầy đang thấy</translation>
    </message>
    <message>
        <source>What is coming in</source>
        <translation>Dữ liệu đang nhận</translation>
    </message>
    <message>
        <source>What the desk may</source>
        <translation>Quyền của quầy</translation>
    </message>
    <message>
        <source>Windows asks once whether connections may come in: an administrator must allow it for private networks (port {port}).</source>
        <translation>Windows hỏi một lần có cho phép kết nối đến không: quản trị viên cần cho phép với mạng riêng (cổng {port}).</translation>
    </message>
    <message>
        <source>Write a bundle</source>
        <translation>Ghi gói dữ liệu</translation>
    </message>
    <message>
        <source>Write a bundle …</source>
        <translation>Ghi gói dữ liệu …</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Đang ghi …</translation>
    </message>
    <message>
        <source>Written: {file}, {size}. Now the stick may be taken out.</source>
        <translation>Đã ghi: {file}, {size}. Có thể rút USB.</translation>
    </message>
    <message>
        <source>a desk without a name</source>
        <translation>một quầy chưa đặt tên</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} trang nữa</translation>
    </message>
    <message>
        <source>bundle on a stick</source>
        <translation>gói dữ liệu USB</translation>
    </message>
    <message>
        <source>by its own clock</source>
        <translation>theo đồng hồ của quầy</translation>
    </message>
    <message>
        <source>clock {seconds} s fast</source>
        <translation>đồng hồ nhanh {seconds} giây</translation>
    </message>
    <message>
        <source>clock {seconds} s slow</source>
        <translation>đồng hồ chậm {seconds} giây</translation>
    </message>
    <message>
        <source>desk on the LAN</source>
        <translation>quầy trong mạng nội bộ</translation>
    </message>
    <message>
        <source>does not follow on what is known</source>
        <translation>không nối tiếp với dữ liệu đã biết</translation>
    </message>
    <message>
        <source>door, scans only</source>
        <translation>cửa, chỉ quét</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>it has the wrong shape</source>
        <translation>sai cấu trúc</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>quá lớn</translation>
    </message>
    <message>
        <source>it pretends to be another desk</source>
        <translation>giả làm quầy khác</translation>
    </message>
    <message>
        <source>its last fact: {time}</source>
        <translation>dữ kiện cuối: {time}</translation>
    </message>
    <message>
        <source>kiosk, scans and badges</source>
        <translation>ki-ốt, quét và in thẻ</translation>
    </message>
    <message>
        <source>last met {time}</source>
        <translation>gặp lần cuối {time}</translation>
    </message>
    <message>
        <source>not met yet</source>
        <translation>chưa gặp lần nào</translation>
    </message>
    <message>
        <source>nothing is waiting</source>
        <translation>không còn gì chờ đồng bộ</translation>
    </message>
    <message>
        <source>protocol, scans and handing over</source>
        <translation>lễ tân, quét và trao thẻ</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>chỉ xem</translation>
    </message>
    <message>
        <source>registration, everything</source>
        <translation>đăng ký, mọi việc</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>the desk may not say that</source>
        <translation>quầy không có quyền ghi điều đó</translation>
    </message>
    <message>
        <source>the seal is wrong</source>
        <translation>sai niêm phong</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>quầy này</translation>
    </message>
    <message>
        <source>two different facts under one number</source>
        <translation>hai dữ kiện khác nhau cùng một số</translation>
    </message>
    <message>
        <source>waiting: not known yet</source>
        <translation>chưa rõ còn gì chờ đồng bộ</translation>
    </message>
    <message numerus="yes">
        <source>with %n desk(s) over the LAN, {time}</source>
        <translation><numerusform>với %n quầy qua mạng nội bộ, {time}</numerusform></translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>Cần xử lý: {count}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} chờ đồng bộ</translation>
    </message>
    <message>
        <source>{event}, hub at {address}, good until {time}.</source>
        <translation>{event}, máy chủ tại {address}, dùng được đến {time}.</translation>
    </message>
    <message>
        <source>{event}: this enrolment expired at {time}. Ask for another.</source>
        <translation>{event}: mã ghi danh này đã hết hạn lúc {time}. Hãy xin mã khác.</translation>
    </message>
    <message>
        <source>{name} has it</source>
        <translation>{name} đang giữ thẻ</translation>
    </message>
    <message>
        <source>{seconds} s fast</source>
        <translation>nhanh {seconds} giây</translation>
    </message>
    <message>
        <source>{seconds} s slow</source>
        <translation>chậm {seconds} giây</translation>
    </message>
    <message>
        <source>± {seconds} s</source>
        <translation>± {seconds} giây</translation>
    </message>
    <message>
        <source>“{desk}” has joined.</source>
        <translation>“{desk}” đã kết nối.</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Handing over recorded at {time}</source>
        <translation>Đã ghi nhận trao thẻ lúc {time}</translation>
    </message>
    <message>
        <source>If it fails twice, the print is bad: print another (F5).</source>
        <translation>Nếu vẫn không được thì bản in hỏng: in thẻ khác (F5).</translation>
    </message>
    <message>
        <source>It is theirs today, {day}, at every desk</source>
        <translation>Có hiệu lực ở mọi quầy trong hôm nay, {day}</translation>
    </message>
    <message>
        <source>It is {name}’s, but no longer the one that counts</source>
        <translation>Thẻ của {name}, nhưng không còn hiệu lực</translation>
    </message>
    <message>
        <source>Keep this one at the desk and read the fresh one.</source>
        <translation>Giữ thẻ này lại quầy và quét thẻ vừa in.</translation>
    </message>
    <message>
        <source>Nobody was given this code</source>
        <translation>Không đại biểu nào được cấp mã này</translation>
    </message>
    <message>
        <source>Not a badge of this event</source>
        <translation>Không phải thẻ của sự kiện này</translation>
    </message>
    <message>
        <source>Old badge</source>
        <translation>Thẻ cũ</translation>
    </message>
    <message>
        <source>Put it aside. {name} is on screen: read the badge with that name. If {other} stands here, press Esc and read this one again.</source>
        <translation>Để thẻ này sang bên. Trên màn hình là {name}: quét thẻ có tên này. Nếu người đang đứng đây là {other}, bấm Esc rồi quét lại thẻ này.</translation>
    </message>
    <message>
        <source>Read a temporary badge now. Esc leaves it.</source>
        <translation>Quét một thẻ tạm. Esc để thôi.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Quét lại</translation>
    </message>
    <message>
        <source>Read the badge of this person now. Esc leaves it.</source>
        <translation>Quét thẻ của đại biểu này để đối chiếu. Esc để thôi.</translation>
    </message>
    <message>
        <source>Read the fresh badge before you hand it over.</source>
        <translation>Quét thẻ vừa in trước khi trao.</translation>
    </message>
    <message>
        <source>Right code – hand the badge over</source>
        <translation>Đúng mã – mời trao thẻ</translation>
    </message>
    <message>
        <source>Take the badge with the name {name}.</source>
        <translation>Lấy thẻ có tên {name}.</translation>
    </message>
    <message>
        <source>Temporary badge {number}</source>
        <translation>Thẻ tạm số {number}</translation>
    </message>
    <message>
        <source>The code was not read whole</source>
        <translation>Mã đọc chưa trọn</translation>
    </message>
    <message>
        <source>This code is that of {other}</source>
        <translation>Mã này là của {other}</translation>
    </message>
    <message>
        <source>Wrong badge</source>
        <translation>Nhầm thẻ</translation>
    </message>
</context>
</TS>
