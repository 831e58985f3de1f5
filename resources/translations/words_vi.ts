<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>alarms</name>
    <message>
        <source>Another computer wrote as this desk, as after a copy of its disk. Both sides are kept and this desk goes on as a new one; see that no copy is in use.</source>
        <translation>Có máy khác đã ghi dưới tên quầy này, như khi ổ đĩa bị sao chép. Cả hai phần dữ liệu đều được giữ và quầy này ghi tiếp như một quầy mới; hãy kiểm tra để không còn bản sao nào đang dùng.</translation>
    </message>
    <message>
        <source>Two computers wrote as desk “{desk}”, as after a copy of its disk. Both sides are kept; see that only one of them is in use.</source>
        <translation>Có hai máy cùng ghi dưới tên quầy “{desk}”, như khi ổ đĩa bị sao chép. Cả hai phần dữ liệu đều được giữ; hãy kiểm tra để chỉ một máy còn dùng.</translation>
    </message>
    <message>
        <source>{count} hubs claim to decide who may write in this event. The founding desk’s is believed; ask the supervisor which hub is right.</source>
        <translation>Có {count} máy chủ đồng bộ tự nhận quyền quyết định ai được ghi trong sự kiện này. Chương trình tin máy chủ của quầy lập sự kiện; hãy hỏi người phụ trách máy chủ nào đúng.</translation>
    </message>
    <message>
        <source>{id} was erased, but another desk had entered details of this person that came in since. Erase the person again, so that no desk keeps them.</source>
        <translation>{id} đã bị xóa thông tin, nhưng sau đó có thông tin của người này do quầy khác nhập từ trước được gửi về. Hãy xóa lại để không quầy nào còn giữ.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A badge of this person waits for the printer. Cancel it first, or let it be printed.</source>
        <translation>Thẻ của người này đang chờ in. Hãy hủy lệnh in trước, hoặc để in xong.</translation>
    </message>
    <message>
        <source>A password has {least} to {most} letters.</source>
        <translation>Mật khẩu dài từ {least} đến {most} ký tự.</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>địa chỉ này đang được chương trình khác dùng</translation>
    </message>
    <message>
        <source>At {address} is no desk of this event. Nothing was sent.</source>
        <translation>Tại {address} không có quầy nào của sự kiện này. Chưa gửi gì.</translation>
    </message>
    <message>
        <source>At {address} no PostgreSQL answers. Check the host, the port, and that the database runs.</source>
        <translation>Tại {address} không có PostgreSQL nào trả lời. Hãy kiểm tra tên máy, cổng, và cơ sở dữ liệu có đang chạy không.</translation>
    </message>
    <message>
        <source>At {address} no hub answers. Check the network, and that the hub is running; nothing was changed.</source>
        <translation>Tại {address} không có máy chủ đồng bộ nào trả lời. Hãy kiểm tra mạng và xem máy chủ có đang chạy không; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>máy này không có địa chỉ ấy</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>thiết bị đang bận</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>đã dùng hết dung lượng được cấp</translation>
    </message>
    <message>
        <source>Every badge of {name} is blocked, also the one that a printer has now: destroy it when it comes out. Then print the new one.</source>
        <translation>Mọi thẻ của {name} đã bị khóa, kể cả thẻ máy in đang in: hãy hủy thẻ đó khi in ra, rồi in thẻ mới.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>đã có tệp cùng tên</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>tên tệp quá dài</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>lỗi đọc ghi</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>đó là một thư mục</translation>
    </message>
    <message>
        <source>Line {line}: a code needs a box of {least} mm at least.</source>
        <translation>Dòng {line}: mã QR cần khung rộng ít nhất {least} mm.</translation>
    </message>
    <message>
        <source>Line {line}: a condition needs “field” or “category”.</source>
        <translation>Dòng {line}: điều kiện cần có “field” hoặc “category”.</translation>
    </message>
    <message>
        <source>Line {line}: a folded layout needs elements in “back”.</source>
        <translation>Dòng {line}: mẫu thẻ gập cần có phần tử trong “back”.</translation>
    </message>
    <message>
        <source>Line {line}: a layout has {most} images at most.</source>
        <translation>Dòng {line}: một mẫu thẻ có nhiều nhất {most} hình.</translation>
    </message>
    <message>
        <source>Line {line}: a line has either “field” or “text_en” and “text_vi”.</source>
        <translation>Dòng {line}: một dòng chữ có “field”, hoặc có “text_en” và “text_vi”, không có cả hai.</translation>
    </message>
    <message>
        <source>Line {line}: a text has characters that do not exist.</source>
        <translation>Dòng {line}: có ký tự không tồn tại trong chữ.</translation>
    </message>
    <message>
        <source>Line {line}: a text has {most} lines at most.</source>
        <translation>Dòng {line}: một khối chữ có nhiều nhất {most} dòng.</translation>
    </message>
    <message>
        <source>Line {line}: a text in quotes does not end on its line.</source>
        <translation>Dòng {line}: chữ trong ngoặc kép không kết thúc trên cùng một dòng.</translation>
    </message>
    <message>
        <source>Line {line}: an object in braces belongs here.</source>
        <translation>Dòng {line}: ở đây phải là một đối tượng trong ngoặc nhọn.</translation>
    </message>
    <message>
        <source>Line {line}: at their least sizes these lines need {need} mm, and the box is {height} mm high. Make the box higher or “least” smaller.</source>
        <translation>Dòng {line}: ở cỡ nhỏ nhất, các dòng chữ này cần {need} mm, mà khung chỉ cao {height} mm. Hãy tăng chiều cao khung hoặc giảm “least”.</translation>
    </message>
    <message>
        <source>Line {line}: lists and objects are nested too deep.</source>
        <translation>Dòng {line}: các danh sách và đối tượng lồng nhau quá sâu.</translation>
    </message>
    <message>
        <source>Line {line}: the box goes from {left}, {top} to {right}, {bottom} mm and thus out of the page, which is {width} × {height} mm.</source>
        <translation>Dòng {line}: khung đi từ {left}, {top} đến {right}, {bottom} mm, vượt ra ngoài trang {width} × {height} mm.</translation>
    </message>
    <message>
        <source>Line {line}: the file ends too early; something is not closed.</source>
        <translation>Dòng {line}: tệp kết thúc quá sớm, có chỗ chưa đóng ngoặc.</translation>
    </message>
    <message>
        <source>Line {line}: the image “{name}” has {width} × {height} pixels; {most} million are the most.</source>
        <translation>Dòng {line}: hình “{name}” có {width} × {height} điểm ảnh; nhiều nhất là {most} triệu.</translation>
    </message>
    <message>
        <source>Line {line}: the image “{name}” is damaged.</source>
        <translation>Dòng {line}: hình “{name}” bị hỏng.</translation>
    </message>
    <message>
        <source>Line {line}: the image “{name}” is larger than {most} KiB.</source>
        <translation>Dòng {line}: hình “{name}” lớn hơn {most} KiB.</translation>
    </message>
    <message>
        <source>Line {line}: the image “{name}” is no PNG or JPEG.</source>
        <translation>Dòng {line}: hình “{name}” không phải PNG hay JPEG.</translation>
    </message>
    <message>
        <source>Line {line}: the image “{name}” is no base64 text.</source>
        <translation>Dòng {line}: hình “{name}” không phải chữ base64.</translation>
    </message>
    <message>
        <source>Line {line}: there is no element of the type “{wanted}”. Did you mean “{near}”?</source>
        <translation>Dòng {line}: không có loại phần tử “{wanted}”. Có phải ý bạn là “{near}”?</translation>
    </message>
    <message>
        <source>Line {line}: there is no element of the type “{wanted}”. Known are: {known}.</source>
        <translation>Dòng {line}: không có loại phần tử “{wanted}”. Các loại hiện có: {known}.</translation>
    </message>
    <message>
        <source>Line {line}: there is no field “{wanted}”. Did you mean “{near}”?</source>
        <translation>Dòng {line}: không có trường “{wanted}”. Có phải ý bạn là “{near}”?</translation>
    </message>
    <message>
        <source>Line {line}: there is no field “{wanted}”. Known are: {known}.</source>
        <translation>Dòng {line}: không có trường “{wanted}”. Các trường hiện có: {known}.</translation>
    </message>
    <message>
        <source>Line {line}: there is no image “{wanted}” in this layout. Did you mean “{near}”?</source>
        <translation>Dòng {line}: mẫu thẻ này không có hình “{wanted}”. Có phải ý bạn là “{near}”?</translation>
    </message>
    <message>
        <source>Line {line}: there is no image “{wanted}” in this layout. Known are: {known}.</source>
        <translation>Dòng {line}: mẫu thẻ này không có hình “{wanted}”. Các hình hiện có: {known}.</translation>
    </message>
    <message>
        <source>Line {line}: this is no JSON at “{found}”.</source>
        <translation>Dòng {line}: chỗ “{found}” không đúng cú pháp JSON.</translation>
    </message>
    <message>
        <source>Line {line}: {count} elements are too many; a side has {most} at most.</source>
        <translation>Dòng {line}: {count} phần tử là quá nhiều; mỗi mặt có nhiều nhất {most}.</translation>
    </message>
    <message>
        <source>Line {line}: “front” has nothing on it.</source>
        <translation>Dòng {line}: “front” không có gì.</translation>
    </message>
    <message>
        <source>Line {line}: “least” is {least} and thus more than “size”, {size}.</source>
        <translation>Dòng {line}: “least” là {least}, lớn hơn “size” là {size}.</translation>
    </message>
    <message>
        <source>Line {line}: “values” needs a “field”.</source>
        <translation>Dòng {line}: “values” phải đi cùng “field”.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” has {most} entries at most.</source>
        <translation>Dòng {line}: “{key}” có nhiều nhất {most} mục.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is a list: x, y, width, height.</source>
        <translation>Dòng {line}: “{key}” là một danh sách: x, y, chiều rộng, chiều cao.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is longer than {longest} characters.</source>
        <translation>Dòng {line}: “{key}” dài quá {longest} ký tự.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is missing here.</source>
        <translation>Dòng {line}: ở đây thiếu “{key}”.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is no name of a paper size: “{value}”.</source>
        <translation>Dòng {line}: “{key}” không phải tên một cỡ giấy: “{value}”.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is there twice.</source>
        <translation>Dòng {line}: “{key}” xuất hiện hai lần.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is {value}; it must be from {low} to {high}.</source>
        <translation>Dòng {line}: “{key}” là {value}; phải nằm trong khoảng từ {low} đến {high}.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is “{value}”. Write a number alone, without quotes and unit: lengths are millimetres, type sizes are points.</source>
        <translation>Dòng {line}: “{key}” là “{value}”. Chỉ ghi con số, không có ngoặc kép và đơn vị: độ dài tính bằng milimét, cỡ chữ tính bằng point.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” is “{value}”; use small letters, digits and hyphens, 40 at most.</source>
        <translation>Dòng {line}: “{key}” là “{value}”; chỉ dùng chữ thường, chữ số và gạch nối, nhiều nhất 40 ký tự.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be #RRGGBB or one of: {options}.</source>
        <translation>Dòng {line}: “{key}” phải là #RRGGBB hoặc một trong: {options}.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be a list in square brackets.</source>
        <translation>Dòng {line}: “{key}” phải là một danh sách trong ngoặc vuông.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be a number.</source>
        <translation>Dòng {line}: “{key}” phải là một con số.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be a text in quotes.</source>
        <translation>Dòng {line}: “{key}” phải là chữ trong ngoặc kép.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be a whole number.</source>
        <translation>Dòng {line}: “{key}” phải là số nguyên.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be an object in braces.</source>
        <translation>Dòng {line}: “{key}” phải là một đối tượng trong ngoặc nhọn.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be one of: {options}.</source>
        <translation>Dòng {line}: “{key}” phải là một trong: {options}.</translation>
    </message>
    <message>
        <source>Line {line}: “{key}” must be true or false.</source>
        <translation>Dòng {line}: “{key}” phải là true hoặc false.</translation>
    </message>
    <message>
        <source>Line {line}: “{name}” cannot be an image's name; use small letters, digits and hyphens, and not “mark”.</source>
        <translation>Dòng {line}: không thể đặt tên hình là “{name}”; chỉ dùng chữ thường, chữ số và gạch nối, và không dùng “mark”.</translation>
    </message>
    <message>
        <source>Line {line}: “{wanted}” is not known here. Did you mean “{near}”?</source>
        <translation>Dòng {line}: ở đây không dùng “{wanted}”. Có phải ý bạn là “{near}”?</translation>
    </message>
    <message>
        <source>Line {line}: “{wanted}” is not known here. Known are: {known}.</source>
        <translation>Dòng {line}: ở đây không dùng “{wanted}”. Có thể dùng: {known}.</translation>
    </message>
    <message>
        <source>No badge of {name} with the code that counts was printed, so none was read.</source>
        <translation>Chưa in thẻ nào của {name} mang mã đang có hiệu lực, nên chưa có thẻ nào được quét.</translation>
    </message>
    <message>
        <source>No desk “{name}” is enrolled here. “hub desks” lists those that are.</source>
        <translation>Không có quầy “{name}” nào được ghi danh ở đây. Lệnh “hub desks” liệt kê các quầy đã ghi danh.</translation>
    </message>
    <message>
        <source>No font on this computer has all letters of {name}, so there is no badge. Write the name in Latin letters, or install a font that has them.</source>
        <translation>Máy này không có phông chữ nào đủ các chữ trong tên {name} nên chưa có thẻ. Hãy ghi tên bằng chữ La-tinh, hoặc cài phông chữ có các chữ đó.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>hết dung lượng đĩa</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>không có tệp hoặc thư mục này</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>đó không phải là thư mục</translation>
    </message>
    <message>
        <source>Nothing was done: “{name}” is the desk on which this hub itself runs. Revoked, what is scanned there counts nowhere until it is enrolled again. Add --yes if that is meant.</source>
        <translation>Chưa làm gì: “{name}” là quầy đang chạy chính máy chủ đồng bộ này. Nếu bị thu hồi, những gì quét ở đó không được tính ở đâu cho đến khi quầy được ghi danh lại. Thêm --yes nếu đúng ý.</translation>
    </message>
    <message>
        <source>Only the computer on which the event was made may erase people, so that every desk does it. Do it there.</source>
        <translation>Chỉ máy đã tạo sự kiện mới được xóa thông tin cá nhân, để mọi quầy đều xóa theo. Hãy làm ở máy đó.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>thao tác không được phép</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>không có quyền</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>ổ đĩa chỉ cho đọc</translation>
    </message>
    <message>
        <source>Say which desk the enrolment is for: it needs a name.</source>
        <translation>Hãy cho biết ghi danh cho quầy nào: cần có tên quầy.</translation>
    </message>
    <message>
        <source>Several desks are named “{name}”. Say which by its id: {known}.</source>
        <translation>Có nhiều quầy tên “{name}”. Hãy nêu mã số của quầy: {known}.</translation>
    </message>
    <message>
        <source>Something else than the hub answers at {address}. If this network asks for a sign-in, sign in first; nothing is lost.</source>
        <translation>Tại {address} không phải máy chủ đồng bộ trả lời. Nếu mạng này yêu cầu đăng nhập, hãy đăng nhập trước; không mất gì.</translation>
    </message>
    <message>
        <source>That badge was not printed; there is no paper to note as spoilt.</source>
        <translation>Thẻ đó chưa được in ra nên không có thẻ hỏng để ghi nhận.</translation>
    </message>
    <message>
        <source>That the desk at {address} is enrolled is not known here. Nothing is exchanged with it until this desk has heard of it from the hub.</source>
        <translation>Ở đây chưa biết quầy tại {address} đã được ghi danh. Chưa trao đổi gì với quầy ấy cho đến khi quầy này được máy chủ đồng bộ cho biết.</translation>
    </message>
    <message>
        <source>The database {address} does not let the hub in. It says: “{why}”.</source>
        <translation>Cơ sở dữ liệu {address} không cho máy chủ đồng bộ vào. Cơ sở dữ liệu báo: “{why}”.</translation>
    </message>
    <message>
        <source>The desk at {address} does not answer.</source>
        <translation>Quầy tại {address} không trả lời.</translation>
    </message>
    <message>
        <source>The desk at {address} does not know that this desk is enrolled. It exchanges nothing until it has heard of it from the hub.</source>
        <translation>Quầy tại {address} chưa biết quầy này đã được ghi danh. Quầy ấy không trao đổi gì cho đến khi được máy chủ đồng bộ cho biết.</translation>
    </message>
    <message>
        <source>The desk at {address} runs another release and proves itself in another way. Update the older of the two.</source>
        <translation>Quầy tại {address} dùng phiên bản khác và tự chứng thực theo cách khác. Hãy cập nhật bên cũ hơn.</translation>
    </message>
    <message>
        <source>The desk at {address} was revoked. Nothing is exchanged with it.</source>
        <translation>Quầy tại {address} đã bị thu hồi. Không trao đổi gì với quầy ấy.</translation>
    </message>
    <message>
        <source>The hub at {address} answers too slowly. Nothing is lost; this is tried again.</source>
        <translation>Máy chủ đồng bộ tại {address} trả lời quá chậm. Không mất gì; chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The hub at {address} is too busy or is stopping. Nothing is lost; this is tried again.</source>
        <translation>Máy chủ đồng bộ tại {address} đang quá tải hoặc đang dừng. Không mất gì; chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The hub cannot listen at {host}, port {port}: {why}. Choose another --host or --port.</source>
        <translation>Máy chủ đồng bộ không lắng nghe được tại {host}, cổng {port}: {why}. Hãy chọn --host hoặc --port khác.</translation>
    </message>
    <message>
        <source>The hub does not know this desk. Ask for a new enrolment and join again.</source>
        <translation>Máy chủ đồng bộ không nhận ra quầy này. Hãy xin mã ghi danh mới rồi tham gia lại.</translation>
    </message>
    <message>
        <source>The hub does not take what was asked ({code}). Nothing is lost; tell IT staff.</source>
        <translation>Máy chủ đồng bộ không nhận yêu cầu ({code}). Không mất gì; hãy báo bộ phận IT.</translation>
    </message>
    <message>
        <source>The hub knows another desk by this one’s number. Join into a new file instead.</source>
        <translation>Máy chủ đồng bộ đã biết một quầy khác mang số của quầy này. Hãy tham gia bằng một tệp mới.</translation>
    </message>
    <message>
        <source>The hub of this enrolment is not the one that this event trusts. Nothing was sent; ask the supervisor which hub is right.</source>
        <translation>Máy chủ đồng bộ của mã ghi danh này không phải máy chủ mà sự kiện tin cậy. Chưa gửi gì; hãy hỏi người phụ trách xem máy chủ nào là đúng.</translation>
    </message>
    <message>
        <source>The hub of {file} runs already. Desks and commands use it as it is; to start it anew, stop the one that runs.</source>
        <translation>Máy chủ đồng bộ của {file} đang chạy rồi. Các quầy và các lệnh dùng được ngay; muốn khởi động lại, hãy dừng máy chủ đang chạy.</translation>
    </message>
    <message>
        <source>The key of this desk cannot be read, so it cannot join. Unlock the keyring and try again.</source>
        <translation>Không đọc được khóa của quầy này nên chưa thể tham gia. Hãy mở khóa kho khóa của hệ thống rồi thử lại.</translation>
    </message>
    <message>
        <source>The link to the hub at {address} broke while the event was fetched. Nothing was kept: join again with the same enrolment.</source>
        <translation>Kết nối tới máy chủ đồng bộ tại {address} bị đứt khi đang tải sự kiện. Chưa lưu gì: hãy tham gia lại bằng chính mã ghi danh này.</translation>
    </message>
    <message>
        <source>The link to the hub at {address} broke. Nothing is lost; this is tried again.</source>
        <translation>Kết nối tới máy chủ đồng bộ tại {address} bị đứt. Không mất gì; chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The person was erased on request: there is no name to print, so there is no badge.</source>
        <translation>Thông tin người này đã bị xóa theo yêu cầu: không còn tên để in nên không có thẻ.</translation>
    </message>
    <message>
        <source>The token of this desk cannot be kept: {why}. Free some space and ask for a new one.</source>
        <translation>Không lưu được mã truy cập của quầy này: {why}. Hãy giải phóng dung lượng rồi xin mã ghi danh mới.</translation>
    </message>
    <message>
        <source>There is no name to print, so there is no badge. Write the name.</source>
        <translation>Không có tên để in nên chưa có thẻ. Hãy ghi họ tên.</translation>
    </message>
    <message>
        <source>There is no profile “{name}”. The profiles are: {known}.</source>
        <translation>Không có vai trò “{name}”. Các vai trò là: {known}.</translation>
    </message>
    <message>
        <source>This desk is not enrolled for the event, so others would not count what it records. Join it with an enrolment first.</source>
        <translation>Quầy này chưa được đăng ký cho sự kiện, nên các quầy khác sẽ không tính những gì ghi ở đây. Hãy kết nối bằng mã ghi danh trước.</translation>
    </message>
    <message>
        <source>This desk was enrolled for other work and may not do that. Do it at another desk.</source>
        <translation>Quầy này được đăng ký cho việc khác nên không làm được việc này. Hãy làm ở quầy khác.</translation>
    </message>
    <message>
        <source>This desk was revoked, so nothing more is recorded here. Ask for a new enrolment.</source>
        <translation>Quầy này đã bị thu hồi nên không ghi thêm được gì. Hãy xin mã ghi danh mới.</translation>
    </message>
    <message>
        <source>This enrolment is for “{event}”, and another event is open here. Nothing was changed: choose “To the first page” in Settings, and join there.</source>
        <translation>Mã ghi danh này dành cho “{event}”, còn ở đây đang mở một sự kiện khác. Chưa có gì thay đổi: hãy chọn “Về trang đầu” trong phần Cài đặt, rồi kết nối ở đó.</translation>
    </message>
    <message>
        <source>This enrolment is for “{event}”, and this file is of another event. Nothing was changed: join into a new file.</source>
        <translation>Mã ghi danh này dành cho “{event}”, còn tệp này thuộc sự kiện khác. Chưa có gì thay đổi: hãy tham gia bằng một tệp mới.</translation>
    </message>
    <message>
        <source>This enrolment was made by a newer release. Update this program, then paste it again.</source>
        <translation>Mã ghi danh này do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình rồi dán lại.</translation>
    </message>
    <message>
        <source>This enrolment was used already or has expired. Ask for a new one at the hub.</source>
        <translation>Mã ghi danh này đã được dùng hoặc đã hết hạn. Hãy xin mã mới từ máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>This event file belongs to no hub. Join one first: “join”.</source>
        <translation>Tệp sự kiện này chưa thuộc máy chủ đồng bộ nào. Hãy tham gia trước bằng lệnh “join”.</translation>
    </message>
    <message>
        <source>This is no enrolment. Copy all of the line, from “CHECKIN-” to its end.</source>
        <translation>Đây không phải mã ghi danh. Hãy sao chép cả dòng, từ “CHECKIN-” đến hết.</translation>
    </message>
    <message>
        <source>Too many hubs serve this store on this computer already.</source>
        <translation>Trên máy này đã có quá nhiều máy chủ đồng bộ phục vụ kho này.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>có quá nhiều tệp đang mở</translation>
    </message>
    <message>
        <source>What answers at {address} is not the hub of this enrolment. Nothing was sent. Check the network, or ask for a new enrolment.</source>
        <translation>Máy trả lời tại {address} không phải máy chủ đồng bộ của mã ghi danh này. Chưa gửi gì. Hãy kiểm tra mạng, hoặc xin mã ghi danh mới.</translation>
    </message>
    <message>
        <source>What arrived is not a whole copy of the event, so no file was made. Try again; if it stays so, join by a bundle.</source>
        <translation>Dữ liệu nhận được không phải bản sao đầy đủ của sự kiện nên không tạo tệp. Hãy thử lại; nếu vẫn vậy, hãy kết nối bằng gói dữ liệu.</translation>
    </message>
    <message>
        <source>Without TLS the hub serves this computer only: leave --insecure-http away, or say --host 127.0.0.1.</source>
        <translation>Không có TLS thì máy chủ đồng bộ chỉ phục vụ máy này: hãy bỏ --insecure-http, hoặc ghi --host 127.0.0.1.</translation>
    </message>
    <message>
        <source>{file} and {key} are no certificate and its key (PEM, without a password).</source>
        <translation>{file} và {key} không phải là chứng thư và khóa của nó (PEM, không có mật khẩu).</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>Không đọc được {file}: {why}.</translation>
    </message>
    <message>
        <source>{file} holds no token: one line of {least} to {most} letters without blanks.</source>
        <translation>{file} không chứa mã hợp lệ: cần một dòng từ {least} đến {most} ký tự, không có khoảng trắng.</translation>
    </message>
    <message>
        <source>{file} is still in use. Close what uses it, then erase it again; it is not erased yet.</source>
        <translation>{file} vẫn đang được dùng. Hãy đóng chương trình đang dùng tệp, rồi xóa lại; tệp chưa bị xóa.</translation>
    </message>
    <message>
        <source>{file} is the hub that desks meet at, and it runs. Stop it first; nothing was erased.</source>
        <translation>{file} là máy chủ đồng bộ của các quầy và đang chạy. Hãy dừng máy chủ trước; chưa có gì bị xóa.</translation>
    </message>
    <message>
        <source>{name} has no code that goes into a QR, so there is no badge. Issue a new code.</source>
        <translation>{name} không có mã nào đưa vào QR được nên chưa có thẻ. Hãy cấp mã mới.</translation>
    </message>
    <message>
        <source>The layout is larger than {most} characters. Make its images smaller.</source>
        <translation>Mẫu thẻ lớn hơn {most} ký tự. Hãy thu nhỏ các hình trong đó.</translation>
    </message>
    <message>
        <source>The layout {layout} is {width} × {height} mm; the places on {sheet} are {cell_width} × {cell_height} mm.</source>
        <translation>Mẫu thẻ {layout} có cỡ {width} × {height} mm; mỗi ô trên {sheet} là {cell_width} × {cell_height} mm.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}. Check the name and the folder.</source>
        <translation>Không mở được {file}: {why}. Hãy kiểm tra tên tệp và thư mục.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>Không đọc được {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>Không ghi được {file}: {reason}</translation>
    </message>
    <message>
        <source>{file} has too many pixels, or none.</source>
        <translation>{file} có quá nhiều điểm ảnh, hoặc không có điểm ảnh nào.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read.</source>
        <translation>{file} bị hỏng, không đọc được.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB and thus no badge layout.</source>
        <translation>{file} lớn hơn {most} MB nên không phải mẫu thẻ.</translation>
    </message>
    <message>
        <source>{file} is neither a PNG nor a JPEG picture.</source>
        <translation>{file} không phải là hình PNG hay JPEG.</translation>
    </message>
    <message>
        <source>{file} is no badge layout: it is not a text in UTF-8.</source>
        <translation>{file} không phải mẫu thẻ: đó không phải văn bản UTF-8.</translation>
    </message>
    <message>
        <source>{file} is no text in UTF-8.</source>
        <translation>{file} không phải là văn bản UTF-8.</translation>
    </message>
    <message>
        <source>{file} is too large for a picture on a badge.</source>
        <translation>{file} quá lớn, không dùng làm hình trên thẻ được.</translation>
    </message>
    <message>
        <source>{file} is too large to be a layout.</source>
        <translation>{file} quá lớn, không thể là mẫu thẻ.</translation>
    </message>
    <message>
        <source>{file} lies on a network drive, where it is not safe. Copy it to this computer’s disk and open the copy.</source>
        <translation>{file} nằm trên ổ đĩa mạng, không an toàn. Hãy chép vào ổ đĩa của máy này rồi mở bản chép.</translation>
    </message>
    <message>
        <source>{file} cannot be put in place: {why}. Nothing was changed.</source>
        <translation>Không đặt được {file} vào chỗ: {why}. Không có gì thay đổi.</translation>
    </message>
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
    <message>
        <source>{file} cannot be written: {why}. Choose another place, then do it again.</source>
        <translation>Không ghi được {file}: {why}. Hãy chọn nơi lưu khác rồi làm lại.</translation>
    </message>
    <message>
        <source>There is no space on the disk for {file}. Free some space, then do it again.</source>
        <translation>Ổ đĩa không còn đủ chỗ cho {file}. Hãy giải phóng dung lượng rồi làm lại.</translation>
    </message>
    <message>
        <source>{file} has an ending that is no export. Let it end in .csv, .xlsx or .json.</source>
        <translation>{file} có đuôi tệp không dùng được để xuất dữ liệu. Hãy đặt đuôi tệp là .csv, .xlsx hoặc .json.</translation>
    </message>
    <message>
        <source>There is no delegation “{wanted}” in this event.</source>
        <translation>Sự kiện này không có đoàn “{wanted}”.</translation>
    </message>
    <message>
        <source>There is no category “{wanted}” in this event.</source>
        <translation>Sự kiện này không có nhóm đại biểu “{wanted}”.</translation>
    </message>
    <message>
        <source>Badges can be sorted by: {sorts}.</source>
        <translation>Thẻ đại biểu có thể được sắp xếp theo: {sorts}.</translation>
    </message>
    <message>
        <source>{name} has no active code. Issue a new one before printing.</source>
        <translation>{name} không có mã đang hiệu lực. Hãy cấp mã mới trước khi in.</translation>
    </message>
    <message>
        <source>{id} has no code that counts. Print a new badge first.</source>
        <translation>{id} không có mã nào còn hiệu lực. Hãy in thẻ mới trước.</translation>
    </message>
    <message>
        <source>The badge of {id} was printed before. Say why it is printed again: --reason TEXT.</source>
        <translation>Thẻ của {id} đã được in trước đây. Hãy cho biết lý do in lại: --reason TEXT.</translation>
    </message>
    <message>
        <source>“{address}” is no address of a hub; one is https://192.168.1.5:8470.</source>
        <translation>“{address}” không phải địa chỉ của máy chủ đồng bộ; ví dụ đúng: https://192.168.1.5:8470.</translation>
    </message>
    <message>
        <source>“{name}” is not a field of a delegate. Fields are: {fields}.</source>
        <translation>“{name}” không phải là trường thông tin của đại biểu. Các trường gồm: {fields}.</translation>
    </message>
    <message>
        <source>The {name} is longer than 1,000 letters.</source>
        <translation>Nội dung của {name} dài quá 1.000 ký tự.</translation>
    </message>
    <message>
        <source>A walk-in needs a name.</source>
        <translation>Đại biểu đăng ký tại chỗ phải có tên.</translation>
    </message>
    <message>
        <source>A delegate needs a name.</source>
        <translation>Đại biểu phải có tên.</translation>
    </message>
    <message>
        <source>That code is not this delegate's.</source>
        <translation>Mã đó không phải của đại biểu này.</translation>
    </message>
    <message>
        <source>“{name}” is revoked already. It stays so until it is enrolled again.</source>
        <translation>“{name}” đã bị thu hồi từ trước, và vẫn như vậy cho đến khi được ghi danh lại.</translation>
    </message>
    <message>
        <source>“{text}” is not a year of birth.</source>
        <translation>“{text}” không phải là năm sinh.</translation>
    </message>
    <message>
        <source>A standing is one of: {standings}; not “{text}”.</source>
        <translation>Tình trạng phải là một trong các giá trị: {standings}; không phải “{text}”.</translation>
    </message>
    <message>
        <source>Say why this person is admitted; the reason is kept.</source>
        <translation>Hãy cho biết lý do cho người này vào; lý do sẽ được lưu lại.</translation>
    </message>
    <message>
        <source>This scan names nobody on the roster. Find the person by name, or register them.</source>
        <translation>Lượt quét này không ứng với ai trong danh sách. Hãy tìm người đó theo tên hoặc đăng ký cho họ.</translation>
    </message>
    <message>
        <source>This person was admitted already; there is nothing to override.</source>
        <translation>Người này đã được cho vào; không cần cho vào ngoại lệ.</translation>
    </message>
    <message>
        <source>This scan was taken back already.</source>
        <translation>Lượt quét này đã được hoàn tác.</translation>
    </message>
    <message>
        <source>This computer has no printer. Add one to the system first.</source>
        <translation>Máy tính này không có máy in nào. Hãy thêm máy in vào hệ thống trước.</translation>
    </message>
    <message>
        <source>There is no printer {printer}. The printers are: {known}.</source>
        <translation>Không có máy in {printer}. Các máy in hiện có: {known}.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the badge: there is no file {file}.</source>
        <translation>Máy in {printer} không nhận thẻ đại biểu: không có tệp {file}.</translation>
    </message>
    <message>
        <source>the printing system is not installed (CUPS, program lp).</source>
        <translation>hệ thống in chưa được cài đặt (CUPS, chương trình lp).</translation>
    </message>
    <message>
        <source>{file} is a database, but not an event file of this program.</source>
        <translation>{file} là một cơ sở dữ liệu nhưng không phải tệp sự kiện của chương trình này.</translation>
    </message>
    <message>
        <source>{file} is already there. Choose another name.</source>
        <translation>Đã có {file}. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>{file} is from an older release. Open it once in the desk window to bring it up to date.</source>
        <translation>{file} thuộc một phiên bản cũ. Hãy mở tệp một lần trong cửa sổ chương trình để cập nhật.</translation>
    </message>
    <message>
        <source>{file} cannot be made safe against a power cut.</source>
        <translation>Không bảo đảm được {file} an toàn khi mất điện.</translation>
    </message>
    <message>
        <source>{file} is already there. Choose another name; nothing was overwritten.</source>
        <translation>Đã có {file}. Hãy chọn tên khác; không có gì bị ghi đè.</translation>
    </message>
    <message>
        <source>{file} cannot be made: {why}. Choose a folder you may write to.</source>
        <translation>Không tạo được {file}: {why}. Hãy chọn thư mục mà bạn có quyền ghi.</translation>
    </message>
    <message>
        <source>The disk refused to write {file}, so nothing was recorded. Check the disk and its free space, then do it again.</source>
        <translation>Ổ đĩa không cho ghi {file} nên chưa ghi nhận được gì. Hãy kiểm tra ổ đĩa và dung lượng trống rồi làm lại.</translation>
    </message>
    <message>
        <source>{file} was opened only for reading.</source>
        <translation>{file} chỉ được mở để đọc.</translation>
    </message>
    <message>
        <source>{file} cannot be set aside. Nothing was changed.</source>
        <translation>Không cất riêng được {file}. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} cannot be copied: {why}. Nothing was changed.</source>
        <translation>Không sao chép được {file}: {why}. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} is a damaged backup. Try an older one; nothing was changed.</source>
        <translation>{file} là bản sao lưu bị hỏng. Hãy thử bản cũ hơn; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} is not there. Check the name and the folder.</source>
        <translation>Không có {file}. Hãy kiểm tra lại tên tệp và thư mục.</translation>
    </message>
    <message>
        <source>{file} may not be read. Copy it to a folder of yours and import that.</source>
        <translation>Không được phép đọc {file}. Hãy sao chép tệp vào một thư mục của bạn rồi nhập bản sao đó.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a roster file. Choose a file in it.</source>
        <translation>{file} là một thư mục, không phải tệp danh sách. Hãy chọn một tệp trong thư mục đó.</translation>
    </message>
    <message>
        <source>{file} cannot be read from its disk. Copy it anew and import the copy.</source>
        <translation>Không đọc được {file} từ ổ đĩa. Hãy sao chép lại tệp rồi nhập bản sao đó.</translation>
    </message>
    <message>
        <source>{file} is empty. Ask for the file again.</source>
        <translation>{file} trống. Hãy xin lại tệp.</translation>
    </message>
    <message>
        <source>{file} has no rows to import. Check that it is the right file and sheet.</source>
        <translation>{file} không có dòng nào để nhập. Hãy kiểm tra xem có đúng tệp và đúng trang tính không.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, too large for a roster. Split it into parts.</source>
        <translation>{file} lớn hơn {limit} MB, quá lớn đối với một danh sách. Hãy chia tệp thành nhiều phần.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} rows. Split it into parts.</source>
        <translation>{file} có hơn {limit} dòng. Hãy chia tệp thành nhiều phần.</translation>
    </message>
    <message>
        <source>{file} has {columns} columns; {limit} is the most. Delete some.</source>
        <translation>{file} có {columns} cột; nhiều nhất là {limit} cột. Hãy xóa bớt.</translation>
    </message>
    <message>
        <source>{file} has a cell of more than {limit} letters in row {row}. Shorten it.</source>
        <translation>{file} có một ô dài hơn {limit} ký tự ở dòng {row}. Hãy rút ngắn ô đó.</translation>
    </message>
    <message>
        <source>{file} is damaged: row {row} holds NUL bytes. Export it again from the source.</source>
        <translation>{file} bị hỏng: dòng {row} có byte NUL. Hãy xuất lại tệp từ nguồn.</translation>
    </message>
    <message>
        <source>{file} ends in the middle of a letter: it was cut short. Ask for the file again.</source>
        <translation>{file} kết thúc ở giữa một chữ: tệp đã bị cắt. Hãy xin lại tệp.</translation>
    </message>
    <message>
        <source>{file} mixes UTF-8 with another encoding, first in row {row}. Save it anew as “CSV UTF-8”.</source>
        <translation>{file} trộn UTF-8 với một bảng mã khác, lần đầu ở dòng {row}. Hãy lưu lại tệp dưới dạng “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>{file} is written in an encoding that cannot be told. Save it anew as “CSV UTF-8”.</source>
        <translation>Không xác định được bảng mã của {file}. Hãy lưu lại tệp dưới dạng “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>{file} has a quotation mark in row {row} that is never closed. Correct it first.</source>
        <translation>{file} có một dấu ngoặc kép ở dòng {row} không được đóng. Hãy sửa lại trước đã.</translation>
    </message>
    <message>
        <source>{file} is a workbook of an old kind. Save it as XLSX and import that.</source>
        <translation>{file} là bảng tính kiểu cũ. Hãy lưu thành XLSX rồi nhập tệp đó.</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save it without one and import that.</source>
        <translation>{file} được bảo vệ bằng mật khẩu. Hãy lưu lại không có mật khẩu rồi nhập tệp đó.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut short. Ask for the file again.</source>
        <translation>{file} bị hỏng hoặc bị cắt. Hãy xin lại tệp.</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a roster can hold, so it was not opened. Ask where it comes from.</source>
        <translation>{file} khi giải nén lớn hơn nhiều so với một danh sách nên đã không được mở. Hãy hỏi xem tệp đến từ đâu.</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”. Its sheets are: {sheets}.</source>
        <translation>{file} không có trang tính “{sheet}”. Các trang tính của tệp là: {sheets}.</translation>
    </message>
    <message>
        <source>{file} is no workbook and has no sheet “{sheet}”. Name no sheet.</source>
        <translation>{file} không phải là bảng tính nên không có trang tính “{sheet}”. Đừng nêu tên trang tính.</translation>
    </message>
    <message>
        <source>{file} is not valid JSON near line {line}. Export it again from the source.</source>
        <translation>{file} không phải là JSON hợp lệ, lỗi gần dòng {line}. Hãy xuất lại tệp từ nguồn.</translation>
    </message>
    <message>
        <source>{file} holds no list of delegates. It should be a list of objects, or have one under “delegates”.</source>
        <translation>{file} không chứa danh sách đại biểu. Tệp phải là một danh sách các đối tượng, hoặc có danh sách đó dưới “delegates”.</translation>
    </message>
    <message>
        <source>{file} has no column known to hold the names. Its columns are: {columns}. Say which one it is.</source>
        <translation>{file} không có cột nào được nhận ra là cột họ tên. Các cột của tệp là: {columns}. Hãy cho biết đó là cột nào.</translation>
    </message>
    <message>
        <source>{file} is a picture, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.</source>
        <translation>{file} là một bức ảnh, không phải danh sách. Hãy nhập tệp CSV, TSV, XLSX, ODS hoặc JSON.</translation>
    </message>
    <message>
        <source>{file} is a PDF, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.</source>
        <translation>{file} là tệp PDF, không phải danh sách. Hãy nhập tệp CSV, TSV, XLSX, ODS hoặc JSON.</translation>
    </message>
    <message>
        <source>{file} is a document, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.</source>
        <translation>{file} là một văn bản, không phải danh sách. Hãy nhập tệp CSV, TSV, XLSX, ODS hoặc JSON.</translation>
    </message>
    <message>
        <source>{file} is a web page, not a roster. Open it in Excel and save it as XLSX.</source>
        <translation>{file} là một trang web, không phải danh sách. Hãy mở tệp bằng Excel rồi lưu thành XLSX.</translation>
    </message>
    <message>
        <source>{file} is an archive, not a roster. Unpack it and import the file inside.</source>
        <translation>{file} là tệp nén, không phải danh sách. Hãy giải nén rồi nhập tệp bên trong.</translation>
    </message>
    <message>
        <source>{file} is an event file, not a roster. Open it instead of importing it.</source>
        <translation>{file} là tệp sự kiện, không phải danh sách. Hãy mở tệp đó thay vì nhập.</translation>
    </message>
    <message>
        <source>{file} is not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.</source>
        <translation>{file} không phải là danh sách. Hãy nhập tệp CSV, TSV, XLSX, ODS hoặc JSON.</translation>
    </message>
    <message>
        <source>Rejected rows cannot go into the roster {file} itself.</source>
        <translation>Không thể ghi các dòng bị loại vào chính tệp danh sách {file}.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; the log has the details.</source>
        <translation>Chương trình gặp lỗi bên trong; xem chi tiết trong tệp nhật ký.</translation>
    </message>
    <message>
        <source>The bench starts Python, so it needs an installation with Python.</source>
        <translation>Phép đo cần khởi động Python nên chỉ chạy được trên bản cài đặt có Python.</translation>
    </message>
    <message>
        <source>No event is open.</source>
        <translation>Chưa có sự kiện nào đang mở.</translation>
    </message>
    <message>
        <source>{file} cannot be used as a photo.</source>
        <translation>Không dùng {file} làm ảnh được.</translation>
    </message>
    <message>
        <source>No photos can be taken from {file}: {why}</source>
        <translation>Không lấy được ảnh từ {file}: {why}</translation>
    </message>
    <message>
        <source>it is not there. Check the name and the folder.</source>
        <translation>không có ở đó. Hãy kiểm tra tên và thư mục.</translation>
    </message>
    <message>
        <source>it holds more than 50,000 files.</source>
        <translation>có hơn 50.000 tệp.</translation>
    </message>
    <message>
        <source>it is damaged or no ZIP archive. Copy it again.</source>
        <translation>tệp bị hỏng hoặc không phải tệp ZIP. Hãy chép lại.</translation>
    </message>
    <message>
        <source>it unpacks to far more than photos can be.</source>
        <translation>khi giải nén lớn hơn nhiều so với mức ảnh có thể có.</translation>
    </message>
    <message>
        <source>{file} is a moving picture. Save the one picture that is meant as JPEG or PNG.</source>
        <translation>{file} là ảnh động. Hãy lưu riêng tấm ảnh cần dùng thành JPEG hoặc PNG.</translation>
    </message>
    <message>
        <source>{file} is empty. Copy it again from where it came from.</source>
        <translation>{file} là tệp rỗng. Hãy chép lại từ nơi gửi.</translation>
    </message>
    <message>
        <source>{file} is a HEIC picture, which cannot be read here. Save it as JPEG.</source>
        <translation>{file} là ảnh HEIC, máy này không đọc được. Hãy lưu lại thành JPEG.</translation>
    </message>
    <message>
        <source>{file} is locked by a password. Unpack the archive first.</source>
        <translation>{file} được khóa bằng mật khẩu. Hãy giải nén trước.</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read. Use JPEG, PNG, WebP, BMP, GIF or TIFF.</source>
        <translation>{file} không phải tệp ảnh đọc được. Hãy dùng JPEG, PNG, WebP, BMP, GIF hoặc TIFF.</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check that you may open it, and that it is whole.</source>
        <translation>Không đọc được {file}. Hãy kiểm tra quyền mở tệp và xem tệp có nguyên vẹn không.</translation>
    </message>
    <message>
        <source>{file} holds several pictures. Save the one that is meant on its own.</source>
        <translation>{file} chứa nhiều ảnh. Hãy lưu riêng tấm ảnh cần dùng.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. Save a smaller copy.</source>
        <translation>{file} lớn hơn {most} MB. Hãy lưu một bản nhỏ hơn.</translation>
    </message>
    <message>
        <source>{file} has more than {most} million pixels. Save a smaller copy.</source>
        <translation>{file} có hơn {most} triệu điểm ảnh. Hãy lưu một bản nhỏ hơn.</translation>
    </message>
    <message>
        <source>{file} has only {width} × {height} pixels. Use a larger picture.</source>
        <translation>{file} chỉ có {width} × {height} điểm ảnh. Hãy dùng ảnh lớn hơn.</translation>
    </message>
    <message>
        <source>{file} is damaged; its end is missing. Copy it again from where it came from.</source>
        <translation>{file} bị hỏng, thiếu phần cuối. Hãy chép lại từ nơi gửi.</translation>
    </message>
    <message>
        <source>“{wanted}” is not a letter or a range of letters. Write A, or A-H.</source>
        <translation>“{wanted}” không phải là một chữ cái hay một khoảng chữ cái. Hãy ghi A, hoặc A-H.</translation>
    </message>
    <message>
        <source>{name} gets no badge: the category has none.</source>
        <translation>{name} không được cấp thẻ: nhóm đại biểu này không có thẻ.</translation>
    </message>
    <message>
        <source>The part of the program that makes badges ended early. Nothing was written; try again.</source>
        <translation>Phần tạo thẻ của chương trình đã dừng giữa chừng. Chưa ghi tệp nào; hãy làm lại.</translation>
    </message>
    <message>
        <source>There is no sheet “{wanted}”. The sheets are: {known}.</source>
        <translation>Không có khổ giấy “{wanted}”. Các khổ giấy hiện có: {known}.</translation>
    </message>
    <message>
        <source>There is no layout “{name}”. The layouts are: {known}.</source>
        <translation>Không có mẫu thẻ “{name}”. Các mẫu hiện có: {known}.</translation>
    </message>
    <message>
        <source>Receipts need paper of {least_width} × {least_height} mm at least, and this is {width} × {height} mm. Print the badges on sheets, or without receipts.</source>
        <translation>Phiếu giao nhận cần giấy ít nhất {least_width} × {least_height} mm, giấy này là {width} × {height} mm. Hãy in thẻ trên tờ giấy lớn, hoặc in không kèm phiếu.</translation>
    </message>
    <message>
        <source>There is no print job {id} at this desk. The list of jobs shows their ids.</source>
        <translation>Quầy này không có lệnh in {id}. Danh sách lệnh in có mã của từng lệnh.</translation>
    </message>
    <message>
        <source>No badge of {id} was printed that could be spoilt.</source>
        <translation>Chưa in thẻ nào của {id} nên không có thẻ hỏng.</translation>
    </message>
    <message>
        <source>No print is recorded under {id}.</source>
        <translation>Không có lần in nào được ghi với mã {id}.</translation>
    </message>
    <message>
        <source>That badge was noted as spoilt already.</source>
        <translation>Thẻ đó đã được ghi là hỏng.</translation>
    </message>
    <message>
        <source>Say what is wrong with the badge; the reason is kept.</source>
        <translation>Hãy ghi thẻ bị lỗi gì; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>Badges are handed to: {receivers}; not “{to}”.</source>
        <translation>Thẻ được giao cho: {receivers}; không có “{to}”.</translation>
    </message>
    <message>
        <source>A count of blank badges is 0 or more.</source>
        <translation>Số phôi thẻ đếm được phải từ 0 trở lên.</translation>
    </message>
    <message>
        <source>Say who takes the badges; the name is kept.</source>
        <translation>Hãy ghi tên người nhận thẻ; tên được lưu lại.</translation>
    </message>
    <message>
        <source>The badge of {name} is on its way to a printer already. Look at the queue, or cancel it there.</source>
        <translation>Thẻ của {name} đang chờ in. Hãy xem hàng đợi in, hoặc hủy lệnh ở đó.</translation>
    </message>
    <message>
        <source>The badge of {name} was printed before. Say why it is printed again.</source>
        <translation>Thẻ của {name} đã được in. Hãy ghi lý do in lại.</translation>
    </message>
    <message>
        <source>The job has gone on meanwhile. Look at the queue again.</source>
        <translation>Lệnh in vừa chuyển sang bước khác. Hãy xem lại hàng đợi in.</translation>
    </message>
    <message>
        <source>Only a job that failed, or of which nothing is known, can be tried again.</source>
        <translation>Chỉ in lại được lệnh bị lỗi hoặc chưa rõ kết quả.</translation>
    </message>
    <message>
        <source>The badge was corrected or replaced since. Say whether the old one came out, then order a new one.</source>
        <translation>Thẻ đã được sửa hoặc thay từ lúc đó. Hãy cho biết thẻ cũ đã in ra chưa, rồi đặt in thẻ mới.</translation>
    </message>
    <message>
        <source>The printer {printer} has this job. Cancel it there first, or both would print.</source>
        <translation>Máy in {printer} đang giữ lệnh này. Hãy hủy ở máy in đó trước, nếu không cả hai sẽ cùng in.</translation>
    </message>
    <message>
        <source>Only a job that waits can go to another printer.</source>
        <translation>Chỉ chuyển được lệnh đang chờ sang máy in khác.</translation>
    </message>
    <message>
        <source>Nobody knows whether this badge came out. Look at the printer, then say whether it is there.</source>
        <translation>Chưa biết thẻ này đã in ra hay chưa. Hãy xem ở máy in, rồi cho biết có thẻ hay không.</translation>
    </message>
    <message>
        <source>This job is over; there is nothing to cancel.</source>
        <translation>Lệnh in này đã xong, không còn gì để hủy.</translation>
    </message>
    <message>
        <source>“{name}” is the name of a layout that comes with the program. Give yours another name.</source>
        <translation>“{name}” là tên mẫu thẻ có sẵn của chương trình. Hãy đặt tên khác.</translation>
    </message>
    <message>
        <source>The event has no layout “{name}” of its own.</source>
        <translation>Sự kiện không có mẫu thẻ riêng nào tên “{name}”.</translation>
    </message>
    <message>
        <source>A picture that is kept is a JPEG of at most {most} KiB.</source>
        <translation>Ảnh lưu lại phải là JPEG, không quá {most} KiB.</translation>
    </message>
    <message>
        <source>Between 1 and {most} temporary badges are made at once.</source>
        <translation>Mỗi lần làm được từ 1 đến {most} thẻ tạm.</translation>
    </message>
    <message>
        <source>Temporary badge {number} was taken back. Use another one.</source>
        <translation>Thẻ tạm số {number} đã bị thu hồi. Hãy dùng thẻ khác.</translation>
    </message>
    <message>
        <source>Temporary badge {number} is somebody’s already. Use another one.</source>
        <translation>Thẻ tạm số {number} đã có người dùng. Hãy dùng thẻ khác.</translation>
    </message>
    <message>
        <source>There is no temporary badge {number} for {day}.</source>
        <translation>Không có thẻ tạm số {number} cho ngày {day}.</translation>
    </message>
    <message>
        <source>Two desks made a temporary badge {number} for {day}. Scan its code.</source>
        <translation>Hai quầy cùng làm thẻ tạm số {number} cho ngày {day}. Hãy quét mã trên thẻ.</translation>
    </message>
    <message>
        <source>That is not the code of a temporary badge.</source>
        <translation>Đó không phải mã của thẻ tạm.</translation>
    </message>
    <message>
        <source>Temporary badge {number} is for {day}. Use one of the day.</source>
        <translation>Thẻ tạm số {number} là của ngày {day}. Hãy dùng thẻ của đúng ngày.</translation>
    </message>
    <message>
        <source>The printer {printer} does not give the job back. Stop it at the printer.</source>
        <translation>Máy in {printer} không trả lại lệnh in. Hãy dừng lệnh ngay trên máy in.</translation>
    </message>
    <message>
        <source>There is nothing to print for this person.</source>
        <translation>Không có gì để in cho đại biểu này.</translation>
    </message>
    <message>
        <source>Too late: the printer is done with this job, or does not say.</source>
        <translation>Không kịp: máy in đã xong lệnh này hoặc không trả lời.</translation>
    </message>
    <message>
        <source>This badge cannot be printed as it is. Check badges says why.</source>
        <translation>Chưa in được thẻ này. Mục Kiểm tra thẻ cho biết lý do.</translation>
    </message>
    <message>
        <source>The program ended while the badge was handed over. Look whether it came out.</source>
        <translation>Chương trình bị tắt khi đang gửi thẻ đến máy in. Hãy xem thẻ đã in ra chưa.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Invitations go into a new or empty folder, or into a ZIP.</source>
        <translation>{folder} không trống. Thư mời được ghi vào thư mục mới, thư mục trống hoặc tệp ZIP.</translation>
    </message>
    <message>
        <source>“{printer}” is no address of a printer. Write ipp://host/ipp/print, or zpl://host?dpi=203.</source>
        <translation>“{printer}” không phải là địa chỉ máy in. Hãy ghi ipp://máy/ipp/print hoặc zpl://máy?dpi=203.</translation>
    </message>
    <message>
        <source>The badge was corrected since. Try again: a new one is made.</source>
        <translation>Thẻ đã được sửa từ lúc đó. Hãy in lại: chương trình sẽ làm thẻ mới.</translation>
    </message>
    <message>
        <source>the printing system does not answer.</source>
        <translation>hệ thống in không trả lời.</translation>
    </message>
    <message>
        <source>“{colour}” is no colour. Write it like #0B5CAD.</source>
        <translation>“{colour}” không phải là màu. Hãy viết theo mẫu #0B5CAD.</translation>
    </message>
    <message>
        <source>The code was replaced or revoked since, or the person has withdrawn. Order a new badge if one is still wanted.</source>
        <translation>Mã đã bị thay hoặc thu hồi, hoặc đại biểu đã rút tên. Hãy đặt in thẻ mới nếu vẫn cần.</translation>
    </message>
    <message>
        <source>{name} has withdrawn and gets no badge. Take the withdrawal back first.</source>
        <translation>{name} đã rút tên nên không được in thẻ. Hãy bỏ việc rút tên trước.</translation>
    </message>
    <message>
        <source>The kept badge was changed since it was made. Try again.</source>
        <translation>Tệp thẻ đã lưu bị thay đổi sau khi tạo. Hãy thử lại.</translation>
    </message>
    <message>
        <source>{count} of {all} badges were not printed: {why} See “jobs” to try again.</source>
        <translation>{count} trong {all} thẻ chưa in được: {why} Xem lệnh “jobs” để in lại.</translation>
    </message>
    <message>
        <source>{count} of {all} badges were not printed.</source>
        <translation>{count} trong {all} thẻ chưa in được.</translation>
    </message>
    <message>
        <source>Badges of {categories} have the layout “{name}”. Give them another one first.</source>
        <translation>Thẻ của {categories} đang dùng mẫu “{name}”. Hãy chọn mẫu khác cho nhóm đó trước.</translation>
    </message>
    <message>
        <source>{file} is not a bundle of this program. Choose a file that a desk has written.</source>
        <translation>{file} không phải là gói dữ liệu của chương trình này. Hãy chọn tệp do một quầy đã ghi.</translation>
    </message>
    <message>
        <source>{file} was written by a newer release. Update this program, then read it again.</source>
        <translation>{file} do phiên bản mới hơn ghi. Hãy cập nhật chương trình này rồi đọc lại.</translation>
    </message>
    <message>
        <source>{file} is of another event. Nothing was changed.</source>
        <translation>{file} thuộc sự kiện khác. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged. Nothing was changed: write it again, and take the stick out only when the program says so.</source>
        <translation>{file} bị thiếu hoặc hỏng. Chưa có gì thay đổi: hãy ghi lại và chỉ rút USB khi chương trình cho phép.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. Nothing was changed.</source>
        <translation>Không đọc được {file}: {why}. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Choose a folder with free space.</source>
        <translation>Không ghi được {file}: {why}. Hãy chọn thư mục còn chỗ trống.</translation>
    </message>
    <message>
        <source>The hub at {address} does not answer. Scans go on and are kept here until it does.</source>
        <translation>Máy chủ đồng bộ tại {address} không trả lời. Việc quét vẫn tiếp tục và được giữ tại đây cho đến khi có kết nối.</translation>
    </message>
    <message>
        <source>The hub at {address} speaks an older or newer language than this program. Update the older of the two; scans go on and are kept here.</source>
        <translation>Máy chủ đồng bộ tại {address} dùng phiên bản giao thức khác với chương trình này. Hãy cập nhật bên cũ hơn; việc quét vẫn tiếp tục và được giữ tại đây.</translation>
    </message>
    <message>
        <source>The hub at {address} refuses this desk: {why}</source>
        <translation>Máy chủ đồng bộ tại {address} từ chối quầy này: {why}</translation>
    </message>
    <message>
        <source>This desk was taken off the event at the hub. Nothing more is exchanged; ask the supervisor for a new enrolment.</source>
        <translation>Quầy này đã bị thu hồi khỏi sự kiện tại máy chủ đồng bộ. Không trao đổi thêm dữ liệu; hãy xin giám sát mã ghi danh mới.</translation>
    </message>
    <message>
        <source>What answers at {address} is not the hub this desk joined: its certificate is another. Nothing was sent. Tell the supervisor; if the hub was set up anew, join it again.</source>
        <translation>Nơi trả lời tại {address} không phải máy chủ đồng bộ mà quầy này đã tham gia: chứng thư đã khác. Chưa gửi gì. Hãy báo giám sát; nếu máy chủ được cài đặt lại, hãy tham gia lại.</translation>
    </message>
    <message>
        <source>The hub at {address} holds another event. Nothing was exchanged.</source>
        <translation>Máy chủ đồng bộ tại {address} giữ sự kiện khác. Chưa trao đổi gì.</translation>
    </message>
    <message>
        <source>There is no conflict {id}. The list of conflicts shows their ids.</source>
        <translation>Không có mục cần xử lý {id}. Danh sách cần xử lý có mã của từng mục.</translation>
    </message>
    <message>
        <source>What becomes of the codes is: {known}; not “{codes}”.</source>
        <translation>Các mã có thể được xử lý theo cách: {known}; không phải “{codes}”.</translation>
    </message>
    <message>
        <source>That is one and the same record.</source>
        <translation>Đây là cùng một hồ sơ.</translation>
    </message>
    <message>
        <source>This record was not merged into another.</source>
        <translation>Hồ sơ này chưa được gộp vào hồ sơ khác.</translation>
    </message>
    <message>
        <source>Nothing was decided of this conflict yet.</source>
        <translation>Mục này chưa được quyết định.</translation>
    </message>
    <message>
        <source>These records are one person already.</source>
        <translation>Các hồ sơ này đã được gộp thành một người.</translation>
    </message>
    <message>
        <source>“{decision}” does not decide this conflict. What does: {known}.</source>
        <translation>“{decision}” không phải là cách xử lý mục này. Cách xử lý được: {known}.</translation>
    </message>
    <message>
        <source>This record was merged into that of {name}, {id}. Go on there.</source>
        <translation>Hồ sơ này đã được gộp vào hồ sơ của {name}, {id}. Hãy làm tiếp ở đó.</translation>
    </message>
    <message>
        <source>There is no hub in this store yet. Make one with “hub found”.</source>
        <translation>Kho này chưa có máy chủ đồng bộ. Hãy tạo bằng “hub found”.</translation>
    </message>
    <message>
        <source>There is no hub at {file}. Check the name, or make one with “hub found”.</source>
        <translation>Không có máy chủ đồng bộ nào tại {file}. Hãy kiểm tra tên, hoặc tạo mới bằng “hub found”.</translation>
    </message>
    <message>
        <source>This event has a hub already: enrol desks there, or bring that hub back from its backup. Nothing was changed.</source>
        <translation>Sự kiện này đã có máy chủ đồng bộ: hãy ghi danh các quầy ở đó, hoặc khôi phục máy chủ ấy từ bản sao lưu. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This store holds an event already. Choose another file or database for the hub.</source>
        <translation>Kho này đã có một sự kiện. Hãy chọn tệp hoặc cơ sở dữ liệu khác cho máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>The hub did not take all of the event file; “check” looks at it.</source>
        <translation>Máy chủ đồng bộ không nhận hết tệp sự kiện; hãy dùng “check” để kiểm tra tệp.</translation>
    </message>
    <message>
        <source>The hub is stopping.</source>
        <translation>Máy chủ đồng bộ đang dừng.</translation>
    </message>
    <message>
        <source>The hub’s database does not get to an end with its work.</source>
        <translation>Cơ sở dữ liệu của máy chủ đồng bộ không hoàn tất được công việc.</translation>
    </message>
    <message>
        <source>Say where the hub keeps its store: sqlite:///FILE for a file, or postgresql://… for a database.</source>
        <translation>Hãy cho biết máy chủ đồng bộ lưu kho ở đâu: sqlite:///TỆP cho tệp, hoặc postgresql://… cho cơ sở dữ liệu.</translation>
    </message>
    <message>
        <source>The hub could not record a fact of its own: its ledger is damaged.</source>
        <translation>Máy chủ đồng bộ không ghi được bản ghi của chính nó: sổ cái đã hỏng.</translation>
    </message>
    <message>
        <source>The database {address} is not safe against a power cut: {setting} is off.</source>
        <translation>Cơ sở dữ liệu {address} không an toàn khi mất điện: {setting} đang tắt.</translation>
    </message>
    <message>
        <source>The hub’s database {address} does not do its work: {why}. Desks go on and keep what they record.</source>
        <translation>Cơ sở dữ liệu {address} của máy chủ đồng bộ không hoạt động: {why}. Các quầy vẫn tiếp tục và giữ lại những gì đã ghi.</translation>
    </message>
    <message>
        <source>The address of the hub’s database is none that PostgreSQL understands. Signs like @ : / in a password are written as %40 %3A %2F.</source>
        <translation>PostgreSQL không hiểu địa chỉ cơ sở dữ liệu của máy chủ đồng bộ. Trong mật khẩu, các dấu như @ : / phải viết thành %40 %3A %2F.</translation>
    </message>
    <message>
        <source>{file} is a database, but not a hub of this program.</source>
        <translation>{file} là một cơ sở dữ liệu, nhưng không phải kho máy chủ đồng bộ của chương trình này.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Không ghi được {file}. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The hub is still reading its store. Wait a moment, then look again.</source>
        <translation>Máy chủ đồng bộ vẫn đang đọc kho. Hãy chờ một lát rồi xem lại.</translation>
    </message>
    <message>
        <source>That value is no more. Correct the field by hand.</source>
        <translation>Giá trị đó không còn nữa. Hãy sửa mục này bằng tay.</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>The window needs system libraries that are not installed here: on Debian or Ubuntu, run “sudo apt-get install {debian}”; on Fedora, run “sudo dnf install {fedora}”.</source>
        <translation>Cửa sổ chương trình cần các thư viện hệ thống chưa được cài trên máy này: trên Debian hoặc Ubuntu, hãy chạy “sudo apt-get install {debian}”; trên Fedora, hãy chạy “sudo dnf install {fedora}”.</translation>
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
<context>
    <name>cli</name>
    <message>
        <source>--cert and --key belong together.</source>
        <translation>--cert và --key phải đi cùng nhau.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>A file with the token that /metrics asks of other computers.</source>
        <translation>Tệp chứa mã mà /metrics đòi hỏi khi được xem từ máy khác.</translation>
    </message>
    <message>
        <source>A proxy that may say for whom it asks.</source>
        <translation>Máy chủ proxy được phép cho biết nó hỏi thay cho ai.</translation>
    </message>
    <message>
        <source>A scanner types like a keyboard and needs no driver.</source>
        <translation>Máy quét gõ như bàn phím và không cần trình điều khiển.</translation>
    </message>
    <message>
        <source>A sound server is running.</source>
        <translation>Dịch vụ âm thanh đang chạy.</translation>
    </message>
    <message>
        <source>A whole copy is in {file}.</source>
        <translation>Bản sao nguyên vẹn nằm ở {file}.</translation>
    </message>
    <message>
        <source>Add a layout file to the event, or put it in place of one.</source>
        <translation>Thêm tệp mẫu thẻ vào sự kiện, hoặc thay cho mẫu cùng tên.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>Admit against the verdict of a scan, and say why.</source>
        <translation>Cho vào ngoại lệ trái với kết quả của một lượt quét, kèm lý do.</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Đã vào</translation>
    </message>
    <message>
        <source>Also as a QR code.</source>
        <translation>Ghi thêm thành mã QR.</translation>
    </message>
    <message>
        <source>Also send N scans through the window and see whether anything grows.</source>
        <translation>Gửi thêm N lượt quét qua cửa sổ và xem có gì phình ra không.</translation>
    </message>
    <message>
        <source>Also the desk on which the hub itself runs.</source>
        <translation>Cả quầy đang chạy chính máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>An own certificate (PEM).</source>
        <translation>Chứng thư riêng (PEM).</translation>
    </message>
    <message>
        <source>Answer codes: CODE…, or - for one code a line on standard input.</source>
        <translation>Trả lời các mã: MÃ…, hoặc - để đọc mỗi dòng một mã từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Arrivals a minute</source>
        <translation>Lượt đến mỗi phút</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <source>Badges can be written to PDF files. To print, add the printer to the system first.</source>
        <translation>Vẫn có thể xuất thẻ ra tệp PDF. Muốn in, hãy thêm máy in vào hệ thống trước.</translation>
    </message>
    <message>
        <source>Before this time.</source>
        <translation>Trước thời điểm này.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Check somebody in without a code, found by name.</source>
        <translation>Ghi nhận một đại biểu không có mã, tìm được theo tên.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Điểm kiểm soát</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã QR</translation>
    </message>
    <message>
        <source>Columns left out: {columns}.</source>
        <translation>Các cột bỏ qua: {columns}.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Copy the event file while it is in use; the copy is checked.</source>
        <translation>Sao lưu tệp sự kiện ngay khi đang dùng; bản sao được kiểm tra.</translation>
    </message>
    <message>
        <source>Correct somebody's fields; the code stays.</source>
        <translation>Sửa thông tin của một đại biểu; mã vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Delegations here</source>
        <translation>Số đoàn đã đến</translation>
    </message>
    <message>
        <source>Desks trust the authorities of their system: for a certificate that is renewed.</source>
        <translation>Quầy tin các tổ chức chứng thực của hệ điều hành: dành cho chứng thư được gia hạn định kỳ.</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Do it: nobody can undo it.</source>
        <translation>Thực hiện: không ai hoàn tác được.</translation>
    </message>
    <message>
        <source>Done: nothing here says any more who {id} is. Every desk follows when it hears of it. Files that were made before (backups, exports, PDFs) still name the person.</source>
        <translation>Xong: ở đây không còn gì cho biết {id} là ai. Các quầy khác sẽ xóa theo khi nhận được. Những tệp đã tạo trước đó (bản sao lưu, tệp xuất, PDF) vẫn còn tên người này.</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Ghi danh lúc</translation>
    </message>
    <message>
        <source>Erase for good who somebody is, on every desk; what they did stays.</source>
        <translation>Xóa vĩnh viễn thông tin cá nhân của một người trên mọi quầy; các lượt đã ghi vẫn còn.</translation>
    </message>
    <message>
        <source>Exchange once with the hub, then stop.</source>
        <translation>Trao đổi một lần với máy chủ đồng bộ rồi dừng.</translation>
    </message>
    <message>
        <source>Exchange with the hub, and with desks of the LAN, until stopped.</source>
        <translation>Trao đổi với máy chủ đồng bộ và các quầy trong mạng LAN cho đến khi dừng.</translation>
    </message>
    <message>
        <source>Exchange with this desk.</source>
        <translation>Trao đổi với quầy này.</translation>
    </message>
    <message>
        <source>Exchanging; stop it with Ctrl+C.</source>
        <translation>Đang trao đổi; dừng bằng Ctrl+C.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Dự kiến</translation>
    </message>
    <message>
        <source>Fetching the event</source>
        <translation>Đang tải sự kiện</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Find people by any part of a name, with or without marks.</source>
        <translation>Tìm đại biểu theo một phần bất kỳ của tên, có dấu hay không dấu.</translation>
    </message>
    <message>
        <source>First make the tables anew from the ledger.</source>
        <translation>Trước hết dựng lại các bảng từ sổ ghi.</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Mức sàn</translation>
    </message>
    <message>
        <source>Free at least 1 GB before the doors open.</source>
        <translation>Hãy giải phóng ít nhất 1 GB trước giờ mở cửa.</translation>
    </message>
    <message>
        <source>From this time on.</source>
        <translation>Từ thời điểm này.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Help: {command} --help</source>
        <translation>Trợ giúp: {command} --help</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>How long it may be used.</source>
        <translation>Dùng được trong bao nhiêu giờ.</translation>
    </message>
    <message>
        <source>How many at most.</source>
        <translation>Nhiều nhất bao nhiêu kết quả.</translation>
    </message>
    <message>
        <source>How many delegates.</source>
        <translation>Số đại biểu.</translation>
    </message>
    <message>
        <source>How many people, in each of the events measured.</source>
        <translation>Số đại biểu trong mỗi sự kiện được đo.</translation>
    </message>
    <message>
        <source>How the person is addressed.</source>
        <translation>Danh xưng của đại biểu.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Import a roster: CSV, TSV, XLSX, ODS or JSON.</source>
        <translation>Nhập danh sách đại biểu: CSV, TSV, XLSX, ODS hoặc JSON.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Đang nhập</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Hãy cài lại chương trình.</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>Cấp lúc</translation>
    </message>
    <message>
        <source>Its name in Vietnamese.</source>
        <translation>Tên sự kiện bằng tiếng Việt.</translation>
    </message>
    <message>
        <source>Its port.</source>
        <translation>Cổng.</translation>
    </message>
    <message>
        <source>Its private key (PEM).</source>
        <translation>Khóa riêng của chứng thư (PEM).</translation>
    </message>
    <message>
        <source>Join a hub: fetch its event into a new file, or attach the file there is.</source>
        <translation>Tham gia máy chủ đồng bộ: tải sự kiện về tệp mới, hoặc gắn tệp đang có.</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Gặp lần cuối</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>List the codes of all delegates.</source>
        <translation>Liệt kê mã của mọi đại biểu.</translation>
    </message>
    <message>
        <source>List the desks of the hub.</source>
        <translation>Liệt kê các quầy của máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>List the layouts: built in, and the event's own.</source>
        <translation>Liệt kê các mẫu thẻ: có sẵn và của riêng sự kiện.</translation>
    </message>
    <message>
        <source>List the printers of this machine.</source>
        <translation>Liệt kê máy in của máy này.</translation>
    </message>
    <message>
        <source>List the sheets that badges can be printed on.</source>
        <translation>Liệt kê các loại giấy in được nhiều thẻ.</translation>
    </message>
    <message>
        <source>List, show and check badge layouts, add one to the event or remove it.</source>
        <translation>Liệt kê, xem và kiểm tra các mẫu thẻ, thêm một mẫu vào sự kiện hoặc bỏ đi.</translation>
    </message>
    <message>
        <source>Look for other desks of the event on the LAN.</source>
        <translation>Tìm các quầy khác của sự kiện trong mạng LAN.</translation>
    </message>
    <message>
        <source>Look whether the event file is whole: pages, chain, seals, tables.</source>
        <translation>Kiểm tra tệp sự kiện có nguyên vẹn không: trang, chuỗi, dấu niêm, bảng.</translation>
    </message>
    <message>
        <source>Make QR images, as sent with invitations.</source>
        <translation>Tạo ảnh mã QR để gửi kèm thư mời.</translation>
    </message>
    <message>
        <source>Make a new password for the control-room page.</source>
        <translation>Tạo mật khẩu mới cho trang điều hành.</translation>
    </message>
    <message>
        <source>Make a test page with rulers for a layout's paper.</source>
        <translation>Tạo trang in thử có thước cho khổ giấy của một mẫu thẻ.</translation>
    </message>
    <message>
        <source>Make an empty event with one checkpoint, registration.</source>
        <translation>Tạo sự kiện trống với một điểm kiểm soát là quầy đăng ký.</translation>
    </message>
    <message>
        <source>Make the sample event: a synthetic forum.</source>
        <translation>Tạo sự kiện mẫu: một diễn đàn giả định.</translation>
    </message>
    <message>
        <source>Make the text with which one desk may join.</source>
        <translation>Tạo mã ghi danh để một quầy tham gia.</translation>
    </message>
    <message>
        <source>Making badges</source>
        <translation>Đang tạo thẻ</translation>
    </message>
    <message>
        <source>Measure this build on this machine, each figure beside its floor.</source>
        <translation>Đo bản chương trình này trên máy này, mỗi số liệu bên cạnh mức sàn của nó.</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>Phải đạt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>No TLS, on this computer only: for tests, or behind a proxy.</source>
        <translation>Không dùng TLS, chỉ trên máy này: để thử, hoặc đứng sau proxy.</translation>
    </message>
    <message>
        <source>No desk is enrolled yet.</source>
        <translation>Chưa có quầy nào được ghi danh.</translation>
    </message>
    <message>
        <source>No hub serves now. The desk will look for it at {addresses}: start it there with “hub serve”.</source>
        <translation>Hiện không có máy chủ đồng bộ nào chạy. Quầy sẽ tìm máy chủ tại {addresses}: hãy khởi động ở đó bằng lệnh “hub serve”.</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>Máy này chưa cài máy in nào.</translation>
    </message>
    <message>
        <source>No sound server is running.</source>
        <translation>Không có dịch vụ âm thanh nào đang chạy.</translation>
    </message>
    <message>
        <source>Nobody of that name is on the roster.</source>
        <translation>Không có ai tên như vậy trong danh sách.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Nothing was done: somebody alike is on the roster. Add --force if this is another person.</source>
        <translation>Chưa làm gì cả: trong danh sách đã có người tương tự. Nếu là người khác, hãy thêm --force.</translation>
    </message>
    <message>
        <source>Nothing was done: {who} would be erased for good, at every desk: the name, the photo and all that says who this is. Scans stay, without a name. Add --yes if that is meant.</source>
        <translation>Chưa làm gì: {who} sẽ bị xóa vĩnh viễn ở mọi quầy: tên, ảnh và mọi điều cho biết đó là ai. Các lượt quét vẫn còn nhưng không có tên. Thêm --yes nếu đúng ý.</translation>
    </message>
    <message>
        <source>Of this category only: its name or id.</source>
        <translation>Chỉ của nhóm này: tên hoặc mã nhóm.</translation>
    </message>
    <message>
        <source>Of this checkpoint only.</source>
        <translation>Chỉ của điểm kiểm soát này.</translation>
    </message>
    <message>
        <source>Of this delegate; repeat.</source>
        <translation>Của đại biểu này; có thể lặp lại.</translation>
    </message>
    <message>
        <source>Of this delegation only: its name or id.</source>
        <translation>Chỉ của đoàn này: tên hoặc mã đoàn.</translation>
    </message>
    <message>
        <source>On Debian or Ubuntu, run “sudo apt-get install libpulse0”.</source>
        <translation>Trên Debian hoặc Ubuntu, hãy chạy “sudo apt-get install libpulse0”.</translation>
    </message>
    <message>
        <source>Only say what would be done.</source>
        <translation>Chỉ cho biết sẽ làm gì.</translation>
    </message>
    <message>
        <source>Only those never printed before.</source>
        <translation>Chỉ những thẻ chưa từng in.</translation>
    </message>
    <message>
        <source>Open the desk window and scan any code: the answer must appear within a second.</source>
        <translation>Hãy mở cửa sổ quầy và quét một mã bất kỳ: kết quả phải hiện ra trong một giây.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Chờ đồng bộ</translation>
    </message>
    <message>
        <source>Paste the enrolment here, then press Enter:</source>
        <translation>Dán mã ghi danh vào đây, rồi nhấn Enter:</translation>
    </message>
    <message>
        <source>Paste this at the desk before {time}. It is good once.</source>
        <translation>Dán mã này tại quầy trước {time}. Chỉ dùng được một lần.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Fonts of the program are missing: {scripts}.</source>
        <translation>Thiếu phông chữ của chương trình: {scripts}.</translation>
    </message>
    <message>
        <source>Letters of {count} scripts; Chinese, Japanese and Korean: {names}.</source>
        <translation>Có chữ của {count} hệ chữ viết; tiếng Trung, tiếng Nhật và tiếng Hàn: {names}.</translation>
    </message>
    <message>
        <source>Chinese (simplified)</source>
        <translation>tiếng Trung giản thể</translation>
    </message>
    <message>
        <source>Chinese (traditional)</source>
        <translation>tiếng Trung phồn thể</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>tiếng Nhật</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>tiếng Hàn</translation>
    </message>
    <message>
        <source>Letters of {count} scripts; none for: {languages}.</source>
        <translation>Có chữ của {count} hệ chữ viết; chưa có phông chữ cho: {languages}.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Put the event into an empty store and make its authority.</source>
        <translation>Đưa sự kiện vào kho trống và lập quyền quản lý của nó.</translation>
    </message>
    <message>
        <source>Read it from standard input instead.</source>
        <translation>Đọc mật khẩu từ đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>Refuse a desk from now on; what it recorded before stays.</source>
        <translation>Từ chối một quầy kể từ bây giờ; những gì quầy đã ghi trước đó vẫn giữ.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Thu hồi lúc</translation>
    </message>
    <message>
        <source>Run “pip install checkin-app[cjk]”, or install the system’s fonts: on Debian or Ubuntu with “sudo apt-get install fonts-noto-cjk”, on Windows among the optional features.</source>
        <translation>Hãy chạy “pip install checkin-app[cjk]”, hoặc cài phông chữ của hệ thống: trên Debian hay Ubuntu bằng “sudo apt-get install fonts-noto-cjk”, trên Windows trong mục tính năng tùy chọn.</translation>
    </message>
    <message>
        <source>Press a test sound in the settings of the window.</source>
        <translation>Hãy thử âm thanh trong phần cài đặt của cửa sổ.</translation>
    </message>
    <message>
        <source>Print JSON and nothing else.</source>
        <translation>Chỉ in JSON.</translation>
    </message>
    <message>
        <source>Print the JSON of a layout.</source>
        <translation>In JSON của một mẫu thẻ.</translation>
    </message>
    <message>
        <source>Print the traceback of a failure as well.</source>
        <translation>In thêm dấu vết lỗi.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Put a copy back in the place of the event file.</source>
        <translation>Khôi phục một bản sao vào chỗ tệp sự kiện.</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Register even if somebody alike is on the roster.</source>
        <translation>Vẫn đăng ký dù danh sách đã có người tương tự.</translation>
    </message>
    <message>
        <source>Register somebody who is not on the roster.</source>
        <translation>Đăng ký người chưa có trong danh sách.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Bị loại</translation>
    </message>
    <message>
        <source>Remove a layout of the event.</source>
        <translation>Bỏ một mẫu thẻ của sự kiện.</translation>
    </message>
    <message>
        <source>Row {row}: {problem}</source>
        <translation>Dòng {row}: {problem}</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Số dòng đã đọc</translation>
    </message>
    <message>
        <source>Say into which file the event shall be fetched: --event FILE. It is made new.</source>
        <translation>Hãy cho biết sự kiện được tải về tệp nào: --event TỆP. Tệp này sẽ được tạo mới.</translation>
    </message>
    <message>
        <source>Say what is wrong in a layout file, line by line.</source>
        <translation>Cho biết tệp mẫu thẻ sai ở đâu, theo từng dòng.</translation>
    </message>
    <message>
        <source>Say what to do: a command is missing.</source>
        <translation>Hãy cho biết cần làm gì: thiếu tên lệnh.</translation>
    </message>
    <message>
        <source>Say what works on this machine, and what to do about what does not.</source>
        <translation>Cho biết trên máy này phần nào hoạt động, và cần làm gì với phần không hoạt động.</translation>
    </message>
    <message>
        <source>Say which event is meant: --event FILE, or the environment variable CHECKIN_EVENT.</source>
        <translation>Hãy cho biết sự kiện nào: --event TỆP, hoặc biến môi trường CHECKIN_EVENT.</translation>
    </message>
    <message>
        <source>Scans are recorded later than now ({time}). Set the clock.</source>
        <translation>Có lượt quét ghi lúc muộn hơn hiện tại ({time}). Hãy chỉnh lại đồng hồ.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Serve a hub where desks meet, and say who may.</source>
        <translation>Chạy máy chủ đồng bộ cho các quầy, và định ai được tham gia.</translation>
    </message>
    <message>
        <source>Serve desks and the control-room page until stopped.</source>
        <translation>Phục vụ các quầy và trang điều hành cho đến khi dừng.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Loại giấy</translation>
    </message>
    <message>
        <source>Show codes, list them all, or make images of them.</source>
        <translation>Xem mã, liệt kê tất cả, hoặc tạo ảnh mã.</translation>
    </message>
    <message>
        <source>Show the codes of one delegate.</source>
        <translation>Xem mã của một đại biểu.</translation>
    </message>
    <message>
        <source>Show the live numbers.</source>
        <translation>Xem số liệu hiện tại.</translation>
    </message>
    <message>
        <source>Show the version and stop.</source>
        <translation>Xem phiên bản rồi dừng.</translation>
    </message>
    <message>
        <source>Show this text and stop.</source>
        <translation>Xem phần này rồi dừng.</translation>
    </message>
    <message>
        <source>Something is wrong inside the program ({kind}). Do it again with --debug and send what it prints to its makers.</source>
        <translation>Chương trình gặp lỗi bên trong ({kind}). Hãy chạy lại với --debug và gửi nội dung in ra cho nhóm phát triển.</translation>
    </message>
    <message>
        <source>Sounds cannot be played: the library libpulse.so.0 is missing.</source>
        <translation>Không phát được âm thanh: thiếu thư viện libpulse.so.0.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Stop when standard input ends.</source>
        <translation>Dừng khi đầu vào chuẩn kết thúc.</translation>
    </message>
    <message>
        <source>Stopped. What was shown as done is done.</source>
        <translation>Đã dừng. Những gì đã báo là xong thì vẫn được ghi nhận.</translation>
    </message>
    <message>
        <source>Take a scan back; it stays in the log.</source>
        <translation>Hoàn tác một lượt quét; lượt đó vẫn nằm trong nhật ký.</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>The PDF file.</source>
        <translation>Tệp PDF.</translation>
    </message>
    <message>
        <source>The Vietnamese texts are missing.</source>
        <translation>Thiếu phần lời tiếng Việt.</translation>
    </message>
    <message>
        <source>The address to listen at.</source>
        <translation>Địa chỉ lắng nghe.</translation>
    </message>
    <message>
        <source>The check-in desk. Without a command it opens the desk window.</source>
        <translation>Quầy đăng ký đại biểu. Không có lệnh thì mở cửa sổ quầy.</translation>
    </message>
    <message>
        <source>The clock is wrong. Set it before anybody is scanned.</source>
        <translation>Đồng hồ bị sai. Hãy chỉnh trước khi quét bất cứ ai.</translation>
    </message>
    <message>
        <source>The country, two letters.</source>
        <translation>Quốc gia, hai chữ cái.</translation>
    </message>
    <message>
        <source>The delegation, new or known.</source>
        <translation>Đoàn, mới hoặc đã có.</translation>
    </message>
    <message>
        <source>The desk window can be opened.</source>
        <translation>Mở được cửa sổ quầy.</translation>
    </message>
    <message>
        <source>The desk window cannot be opened.</source>
        <translation>Không mở được cửa sổ quầy.</translation>
    </message>
    <message>
        <source>The desk {desk} is refused from now on.</source>
        <translation>Từ bây giờ quầy {desk} bị từ chối.</translation>
    </message>
    <message>
        <source>The desk’s name.</source>
        <translation>Tên quầy.</translation>
    </message>
    <message>
        <source>The disk is slow; close what uses it.</source>
        <translation>Ổ đĩa chậm; hãy đóng những gì đang dùng nó.</translation>
    </message>
    <message>
        <source>The event file.</source>
        <translation>Tệp sự kiện.</translation>
    </message>
    <message>
        <source>The event needs a name.</source>
        <translation>Sự kiện cần có tên.</translation>
    </message>
    <message>
        <source>The file: .csv, .xlsx or .json.</source>
        <translation>Tệp: .csv, .xlsx hoặc .json.</translation>
    </message>
    <message>
        <source>The first day.</source>
        <translation>Ngày đầu tiên.</translation>
    </message>
    <message>
        <source>The folder for them.</source>
        <translation>Thư mục chứa ảnh.</translation>
    </message>
    <message>
        <source>The format.</source>
        <translation>Định dạng.</translation>
    </message>
    <message>
        <source>The full name.</source>
        <translation>Họ và tên đầy đủ.</translation>
    </message>
    <message>
        <source>The hub of “{name}” is founded. Start it with “hub serve”.</source>
        <translation>Đã lập máy chủ đồng bộ của “{name}”. Chạy nó bằng “hub serve”.</translation>
    </message>
    <message>
        <source>The language of texts.</source>
        <translation>Ngôn ngữ của lời văn.</translation>
    </message>
    <message>
        <source>The last day is before the first day.</source>
        <translation>Ngày cuối cùng lại trước ngày đầu tiên.</translation>
    </message>
    <message>
        <source>The last day.</source>
        <translation>Ngày cuối cùng.</translation>
    </message>
    <message>
        <source>The layout {name} is kept in the event.</source>
        <translation>Mẫu thẻ {name} đã được lưu trong sự kiện.</translation>
    </message>
    <message>
        <source>The layout {name} is removed.</source>
        <translation>Mẫu thẻ {name} đã được bỏ.</translation>
    </message>
    <message>
        <source>The layout.</source>
        <translation>Mẫu thẻ.</translation>
    </message>
    <message>
        <source>The name of the event.</source>
        <translation>Tên sự kiện.</translation>
    </message>
    <message>
        <source>The order of the badges.</source>
        <translation>Thứ tự các thẻ.</translation>
    </message>
    <message>
        <source>The organization.</source>
        <translation>Cơ quan.</translation>
    </message>
    <message>
        <source>The password is kept.</source>
        <translation>Đã lưu mật khẩu.</translation>
    </message>
    <message>
        <source>The password of its control-room page, shown once:</source>
        <translation>Mật khẩu của trang điều hành, chỉ hiện một lần:</translation>
    </message>
    <message>
        <source>The position.</source>
        <translation>Chức vụ.</translation>
    </message>
    <message>
        <source>The printer's resolution.</source>
        <translation>Độ phân giải của máy in.</translation>
    </message>
    <message>
        <source>The same seed gives the same event.</source>
        <translation>Cùng một số gieo cho cùng một sự kiện.</translation>
    </message>
    <message>
        <source>The sheet it is printed on.</source>
        <translation>Loại giấy dùng để in.</translation>
    </message>
    <message>
        <source>The test page is in {file}.</source>
        <translation>Trang in thử nằm trong {file}.</translation>
    </message>
    <message>
        <source>The time zone of the place.</source>
        <translation>Múi giờ nơi tổ chức.</translation>
    </message>
    <message>
        <source>There is no command “{name}”.</source>
        <translation>Không có lệnh “{name}”.</translation>
    </message>
    <message>
        <source>There is no field “{name}”. Fields: {fields}.</source>
        <translation>Không có trường “{name}”. Các trường: {fields}.</translation>
    </message>
    <message>
        <source>There is no option {name}.</source>
        <translation>Không có tùy chọn {name}.</translation>
    </message>
    <message>
        <source>There is no space left for what is printed here. Free some, then go on.</source>
        <translation>Không còn chỗ để ghi kết quả in ra. Hãy giải phóng dung lượng rồi tiếp tục.</translation>
    </message>
    <message>
        <source>There is no time zone “{name}”; one is Asia/Ho_Chi_Minh.</source>
        <translation>Không có múi giờ “{name}”; ví dụ: Asia/Ho_Chi_Minh.</translation>
    </message>
    <message>
        <source>There is nobody to make a badge for; no file was written.</source>
        <translation>Không có ai để làm thẻ; không tệp nào được ghi.</translation>
    </message>
    <message>
        <source>These words are too many: {words}.</source>
        <translation>Thừa các từ sau: {words}.</translation>
    </message>
    <message>
        <source>This computer’s clock differs from the hub’s by {seconds} s. Set it right.</source>
        <translation>Đồng hồ máy này lệch {seconds} giây so với máy chủ đồng bộ. Hãy chỉnh lại.</translation>
    </message>
    <message>
        <source>This is a network disk. Keep the event on a local one.</source>
        <translation>Đây là ổ đĩa mạng. Hãy để sự kiện trên ổ đĩa của máy này.</translation>
    </message>
    <message>
        <source>This was a trial: nothing was changed.</source>
        <translation>Chỉ là chạy thử: chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên gọi</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Không đổi</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Cách dùng:</translation>
    </message>
    <message>
        <source>Verdicts are shown, not heard. Log in to a desktop session to hear them.</source>
        <translation>Kết quả chỉ hiện ra, không có tiếng. Hãy đăng nhập phiên làm việc có màn hình để nghe.</translation>
    </message>
    <message>
        <source>Waiting to be synchronised</source>
        <translation>Chờ đồng bộ</translation>
    </message>
    <message>
        <source>What a column holds.</source>
        <translation>Cột chứa thông tin gì.</translation>
    </message>
    <message>
        <source>What the desk may record.</source>
        <translation>Quầy được ghi những gì.</translation>
    </message>
    <message>
        <source>What the person is here as.</source>
        <translation>Đại biểu thuộc nhóm nào.</translation>
    </message>
    <message>
        <source>What this desk is called.</source>
        <translation>Tên của quầy này.</translation>
    </message>
    <message>
        <source>What was there before is kept in {file}.</source>
        <translation>Tệp trước đó được giữ lại ở {file}.</translation>
    </message>
    <message>
        <source>When it happened; now if not given.</source>
        <translation>Lúc xảy ra; không ghi thì là bây giờ.</translation>
    </message>
    <message>
        <source>Where desks find this hub, as it goes into enrolments; else this computer’s addresses.</source>
        <translation>Nơi các quầy tìm thấy máy chủ này, được ghi vào mã ghi danh; nếu không nêu thì là các địa chỉ của máy này.</translation>
    </message>
    <message>
        <source>Where it happened; the registration desk if not given.</source>
        <translation>Nơi xảy ra; không ghi thì là quầy đăng ký.</translation>
    </message>
    <message>
        <source>Where rows go that cannot be imported, with the reason.</source>
        <translation>Nơi ghi các dòng không nhập được, kèm lý do.</translation>
    </message>
    <message>
        <source>Where the desk finds the hub, in place of what the hub says.</source>
        <translation>Nơi quầy tìm thấy máy chủ đồng bộ, thay cho địa chỉ máy chủ tự khai.</translation>
    </message>
    <message>
        <source>Which sheet of a workbook; the first if not given.</source>
        <translation>Trang tính nào; không ghi thì là trang đầu.</translation>
    </message>
    <message>
        <source>Which way the person goes.</source>
        <translation>Đại biểu đi vào hay đi ra.</translation>
    </message>
    <message>
        <source>Who works at the desk.</source>
        <translation>Nhân viên trực quầy.</translation>
    </message>
    <message>
        <source>Why; it is kept.</source>
        <translation>Lý do; được lưu lại.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Rộng</translation>
    </message>
    <message>
        <source>Write --map as FIELD=COLUMN, not “{text}”.</source>
        <translation>Hãy viết --map dạng TRƯỜNG=CỘT, không phải “{text}”.</translation>
    </message>
    <message>
        <source>Write --sizes as whole numbers with commas, as in 2000,100000.</source>
        <translation>Hãy viết --sizes là các số nguyên cách nhau bằng dấu phẩy, ví dụ 2000,100000.</translation>
    </message>
    <message>
        <source>Write a correction as FIELD=VALUE, not “{text}”.</source>
        <translation>Hãy viết phần sửa dạng TRƯỜNG=GIÁ TRỊ, không phải “{text}”.</translation>
    </message>
    <message>
        <source>Write attendance, scans, roster, delegations, prints, audit or conflicts to a file.</source>
        <translation>Xuất điểm danh, lượt quét, danh sách, đoàn, lượt in, nhật ký kiểm tra hoặc mục cần xử lý ra tệp.</translation>
    </message>
    <message>
        <source>Write them to this file: .csv, .xlsx or .json.</source>
        <translation>Ghi ra tệp này: .csv, .xlsx hoặc .json.</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>đồng hồ</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>ổ đĩa</translation>
    </message>
    <message>
        <source>display</source>
        <translation>màn hình</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>không hoạt động</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>phông chữ</translation>
    </message>
    <message>
        <source>here</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>ngôn ngữ</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>cần xem lại</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>printers</source>
        <translation>máy in</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>đang in</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>scanner</source>
        <translation>máy quét</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>âm thanh</translation>
    </message>
    <message>
        <source>sqlite:///FILE or postgresql://…, or the environment variable CHECKIN_STORE.</source>
        <translation>sqlite:///TỆP hoặc postgresql://…, hoặc biến môi trường CHECKIN_STORE.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>takes no jobs</source>
        <translation>không nhận lệnh in</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>works</source>
        <translation>hoạt động</translation>
    </message>
    <message>
        <source>write the day as year-month-day, as in 2026-11-25.</source>
        <translation>hãy viết ngày dạng năm-tháng-ngày, ví dụ 2026-11-25.</translation>
    </message>
    <message>
        <source>write the time with its offset, as in 2026-11-25T08:00:00+07:00.</source>
        <translation>hãy viết thời gian kèm độ lệch múi giờ, ví dụ 2026-11-25T08:00:00+07:00.</translation>
    </message>
    <message>
        <source>Badges in {file}: {count}.</source>
        <translation>{count} thẻ nằm trong {file}.</translation>
    </message>
    <message>
        <source>Images in {folder}: {count}.</source>
        <translation>{count} ảnh nằm trong {folder}.</translation>
    </message>
    <message>
        <source>Rows written to {file}: {count}.</source>
        <translation>Đã ghi {count} dòng vào {file}.</translation>
    </message>
    <message>
        <source>{file} belongs to the hub of “{name}” now.</source>
        <translation>{file} nay thuộc máy chủ đồng bộ của “{name}”.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}.</source>
        <translation>Không dùng được {file}: {why}.</translation>
    </message>
    <message>
        <source>{file} holds “{name}”.</source>
        <translation>{file} chứa “{name}”.</translation>
    </message>
    <message>
        <source>{file} is a layout: {title}.</source>
        <translation>{file} là mẫu thẻ: {title}.</translation>
    </message>
    <message>
        <source>{file} is back from {copy}.</source>
        <translation>{file} đã được khôi phục từ {copy}.</translation>
    </message>
    <message>
        <source>{file} is whole; entries: {entries}; {digest}.</source>
        <translation>{file} nguyên vẹn: {entries} mục, {digest}.</translation>
    </message>
    <message>
        <source>{folder}: {free} GB free, a safe write takes {took} ms.</source>
        <translation>{folder}: còn trống {free} GB, một lần ghi an toàn mất {took} ms.</translation>
    </message>
    <message>
        <source>{id} was erased before: nothing here says any more who that is.</source>
        <translation>{id} đã được xóa từ trước: ở đây không còn gì cho biết đó là ai.</translation>
    </message>
    <message>
        <source>{id}: handed to {printer}.</source>
        <translation>{id}: đã gửi tới {printer}.</translation>
    </message>
    <message>
        <source>{id}: handed to {printer}; what became of it is not known.</source>
        <translation>{id}: đã gửi tới {printer}; chưa rõ kết quả.</translation>
    </message>
    <message>
        <source>{id}: written to {file}.</source>
        <translation>{id}: đã ghi vào {file}.</translation>
    </message>
    <message>
        <source>{name} cannot be used: {why}</source>
        <translation>Không dùng được {name}: {why}</translation>
    </message>
    <message>
        <source>{name} is a whole number from {least} to {most}.</source>
        <translation>{name} là số nguyên từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>{name} is a whole number.</source>
        <translation>{name} là số nguyên.</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>Thiếu {name}.</translation>
    </message>
    <message>
        <source>{name} is one of: {choices}.</source>
        <translation>{name} là một trong: {choices}.</translation>
    </message>
    <message>
        <source>{name} needs a value.</source>
        <translation>{name} cần có giá trị.</translation>
    </message>
    <message>
        <source>{name} takes no value.</source>
        <translation>{name} không nhận giá trị.</translation>
    </message>
    <message>
        <source>{time} here; times are shown as in {zone}.</source>
        <translation>Ở đây là {time}; thời gian hiển thị theo {zone}.</translation>
    </message>
    <message>
        <source>{who} is erased now, for good.</source>
        <translation>Đang xóa vĩnh viễn: {who}.</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… và {count} mục nữa.</translation>
    </message>
    <message>
        <source>… and {count} more; --json shows all.</source>
        <translation>… và {count} mục nữa; --json cho thấy tất cả.</translation>
    </message>
    <message>
        <source>Badges are a PDF file: {file} does not end in .pdf.</source>
        <translation>Thẻ đại biểu là tệp PDF: {file} không có đuôi .pdf.</translation>
    </message>
    <message>
        <source>Rejected rows cannot go into the roster {file} itself.</source>
        <translation>Không thể ghi các dòng bị loại vào chính tệp danh sách {file}.</translation>
    </message>
    <message>
        <source>Make badges as PDF, one a page or on sheets.</source>
        <translation>Xuất thẻ đại biểu ra PDF, mỗi trang một thẻ hoặc nhiều thẻ trên một tờ.</translation>
    </message>
    <message>
        <source>The layout; without it each category's own.</source>
        <translation>Mẫu thẻ; nếu không ghi thì theo mẫu của từng nhóm đại biểu.</translation>
    </message>
    <message>
        <source>The sheet of paper, as a4-4up; without it one badge a page.</source>
        <translation>Khổ giấy in, ví dụ a4-4up; nếu không ghi thì mỗi trang một thẻ.</translation>
    </message>
    <message>
        <source>Which sides of the badges.</source>
        <translation>Các mặt thẻ cần in.</translation>
    </message>
    <message>
        <source>Of this letter of the given name only, or of a range as A-H.</source>
        <translation>Chỉ những người có tên bắt đầu bằng chữ này, hoặc một khoảng chữ như A-H.</translation>
    </message>
    <message>
        <source>Only those whose badge would say something else than the one they have.</source>
        <translation>Chỉ những thẻ đã in mà nội dung nay đã thay đổi.</translation>
    </message>
    <message>
        <source>A sheet before each delegation's badges, for whoever collects them to sign.</source>
        <translation>Kèm một tờ ký nhận trước thẻ của mỗi đoàn.</translation>
    </message>
    <message>
        <source>Look at every badge without printing it, and say what is wrong.</source>
        <translation>Kiểm tra mọi thẻ trước khi in và cho biết thẻ nào chưa ổn.</translation>
    </message>
    <message>
        <source>The printer's resolution in dots an inch.</source>
        <translation>Độ phân giải của máy in, tính bằng điểm trên inch.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Looking at badges</source>
        <translation>Đang kiểm tra thẻ</translation>
    </message>
    <message>
        <source>Badges looked at: {count}; something is to be seen to on: {people}.</source>
        <translation>Đã kiểm tra {count} thẻ; {people} thẻ cần xem lại.</translation>
    </message>
    <message>
        <source>All {count} badges are fine.</source>
        <translation>Cả {count} thẻ đều ổn.</translation>
    </message>
    <message>
        <source>Take photos of delegates in.</source>
        <translation>Nhập ảnh đại biểu.</translation>
    </message>
    <message>
        <source>Take photos from a file, folder or ZIP, each matched to a delegate.</source>
        <translation>Nhập ảnh từ tệp, thư mục hoặc tệp ZIP, mỗi ảnh được ghép với một đại biểu.</translation>
    </message>
    <message>
        <source>How file names tell whose photo it is.</source>
        <translation>Tên tệp cho biết ảnh của ai theo cách nào.</translation>
    </message>
    <message>
        <source>Taking photos in</source>
        <translation>Đang nhập ảnh</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Số tệp</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã thay</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Không dùng</translation>
    </message>
    <message>
        <source>could be of several people, or is one of several files for them</source>
        <translation>có thể là của nhiều người, hoặc là một trong nhiều tệp của cùng một người</translation>
    </message>
    <message>
        <source>belongs to nobody on the roster</source>
        <translation>không ứng với ai trong danh sách</translation>
    </message>
    <message>
        <source>was this delegate's before; somebody chose otherwise since</source>
        <translation>từng là ảnh của đại biểu này; sau đó đã có người chọn khác</translation>
    </message>
    <message>
        <source>Print badges. A second print needs --reason; it carries a new code.</source>
        <translation>In thẻ. In lại cần --reason; thẻ in lại mang mã mới.</translation>
    </message>
    <message>
        <source>The printer, or folder:PATH; else the station's for the category.</source>
        <translation>Máy in, hoặc folder:ĐƯỜNG_DẪN; nếu không có thì theo cài đặt của quầy cho nhóm đó.</translation>
    </message>
    <message>
        <source>The layout, else the category's.</source>
        <translation>Mẫu thẻ; nếu không có thì theo nhóm đại biểu.</translation>
    </message>
    <message>
        <source>Say which printer is meant: --printer NAME.</source>
        <translation>Hãy cho biết máy in nào: --printer TÊN.</translation>
    </message>
    <message>
        <source>{id}: queued for {printer}.</source>
        <translation>{id}: đang chờ in ở {printer}.</translation>
    </message>
    <message>
        <source>{id}: printed by {printer}.</source>
        <translation>{id}: {printer} đã in.</translation>
    </message>
    <message>
        <source>{id}: cancelled.</source>
        <translation>{id}: đã hủy.</translation>
    </message>
    <message>
        <source>List the print queue, or do something about a job in it.</source>
        <translation>Liệt kê hàng đợi in, hoặc xử lý một lệnh in.</translation>
    </message>
    <message>
        <source>Also those that are done.</source>
        <translation>Cả những lệnh đã xong.</translation>
    </message>
    <message>
        <source>Print this one again; the PDF that was kept is sent.</source>
        <translation>In lại lệnh này; gửi đúng tệp PDF đã lưu.</translation>
    </message>
    <message>
        <source>Cancel this one, at the printer too.</source>
        <translation>Hủy lệnh này, cả ở máy in.</translation>
    </message>
    <message>
        <source>Give this one to another printer.</source>
        <translation>Chuyển lệnh này sang máy in khác.</translation>
    </message>
    <message>
        <source>It came out: seen at the printer.</source>
        <translation>Thẻ đã in ra: đã thấy ở máy in.</translation>
    </message>
    <message>
        <source>It did not come out: seen at the printer.</source>
        <translation>Thẻ không in ra: đã xem ở máy in.</translation>
    </message>
    <message>
        <source>One thing at a time: give one of these options.</source>
        <translation>Mỗi lần một việc: chỉ dùng một tùy chọn trong số này.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>đã in</translation>
    </message>
    <message>
        <source>written</source>
        <translation>đã ghi tệp</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>lỗi</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Lệnh in</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Nothing waits to be printed.</source>
        <translation>Không có thẻ nào chờ in.</translation>
    </message>
    <message>
        <source>A badge is lost: its codes count no longer, a fresh one is issued.</source>
        <translation>Mất thẻ: các mã cũ hết hiệu lực ngay, cấp mã mới.</translation>
    </message>
    <message>
        <source>{name}: every former code is revoked. Print the new badge.</source>
        <translation>{name}: mọi mã cũ đã bị thu hồi. Hãy in thẻ mới.</translation>
    </message>
    <message>
        <source>Keep who took badges: the delegate, a liaison officer or an aide.</source>
        <translation>Ghi lại ai đã nhận thẻ: đại biểu, cán bộ liên lạc hoặc trợ lý.</translation>
    </message>
    <message>
        <source>Who takes them.</source>
        <translation>Ai nhận thẻ.</translation>
    </message>
    <message>
        <source>The name of who takes them.</source>
        <translation>Tên người nhận thẻ.</translation>
    </message>
    <message>
        <source>Each badge was scanned before.</source>
        <translation>Từng thẻ đã được quét kiểm tra.</translation>
    </message>
    <message>
        <source>{count} hand-overs are kept.</source>
        <translation>Đã ghi {count} lần giao thẻ.</translation>
    </message>
    <message>
        <source>The latest badge of a delegate cannot be used: torn, smeared, misprinted.</source>
        <translation>Thẻ in gần nhất của đại biểu bị hỏng: rách, lem mực, in sai.</translation>
    </message>
    <message>
        <source>Kept as spoilt. Print it again.</source>
        <translation>Đã ghi là thẻ hỏng. Hãy in lại.</translation>
    </message>
    <message>
        <source>Whether a badge that was just printed is the right one.</source>
        <translation>Kiểm tra thẻ vừa in có đúng không.</translation>
    </message>
    <message>
        <source>This is {name}’s badge.</source>
        <translation>Đúng thẻ của {name}.</translation>
    </message>
    <message>
        <source>WRONG BADGE: this one is {name}’s.</source>
        <translation>SAI THẺ: đây là thẻ của {name}.</translation>
    </message>
    <message>
        <source>WRONG BADGE: it is {name}’s, but no longer counts.</source>
        <translation>SAI THẺ: thẻ của {name} nhưng đã hết hiệu lực.</translation>
    </message>
    <message>
        <source>The code was not read whole. Scan it again.</source>
        <translation>Mã đọc chưa trọn. Hãy quét lại.</translation>
    </message>
    <message>
        <source>WRONG BADGE: nobody has this code.</source>
        <translation>SAI THẺ: không đại biểu nào có mã này.</translation>
    </message>
    <message>
        <source>Numbered badges for one day, bound to people later.</source>
        <translation>Thẻ tạm đánh số dùng trong một ngày, gắn với đại biểu sau.</translation>
    </message>
    <message>
        <source>Make temporary badges for a day, as PDF.</source>
        <translation>Làm thẻ tạm cho một ngày, dạng PDF.</translation>
    </message>
    <message>
        <source>The day they count on.</source>
        <translation>Ngày thẻ có giá trị.</translation>
    </message>
    <message>
        <source>Temporary badges {first} to {last} are in {file}.</source>
        <translation>Thẻ tạm số {first} đến {last} ở trong {file}.</translation>
    </message>
    <message>
        <source>List the temporary badges.</source>
        <translation>Liệt kê thẻ tạm.</translation>
    </message>
    <message>
        <source>Of this day only.</source>
        <translation>Chỉ của ngày này.</translation>
    </message>
    <message>
        <source>Give a temporary badge to a delegate.</source>
        <translation>Cấp thẻ tạm cho một đại biểu.</translation>
    </message>
    <message>
        <source>The day of the badge; else today.</source>
        <translation>Ngày của thẻ; nếu không có thì là hôm nay.</translation>
    </message>
    <message>
        <source>Take a temporary badge back, or note that it is lost.</source>
        <translation>Thu hồi thẻ tạm, hoặc ghi nhận thẻ bị mất.</translation>
    </message>
    <message>
        <source>There are no temporary badges.</source>
        <translation>Chưa có thẻ tạm nào.</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>given out</source>
        <translation>đã cấp</translation>
    </message>
    <message>
        <source>not given out</source>
        <translation>chưa cấp</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Đại biểu</translation>
    </message>
    <message>
        <source>How many blank badges are left at each printer.</source>
        <translation>Số phôi thẻ còn lại ở từng máy in.</translation>
    </message>
    <message>
        <source>Of this printer only.</source>
        <translation>Chỉ của máy in này.</translation>
    </message>
    <message>
        <source>Keep that so many were counted there.</source>
        <translation>Ghi số phôi vừa đếm ở đó.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Spoilt</source>
        <translation>Hỏng</translation>
    </message>
    <message>
        <source>Counted at</source>
        <translation>Đếm lúc</translation>
    </message>
    <message>
        <source>Nothing was printed or counted yet.</source>
        <translation>Chưa in hay đếm gì.</translation>
    </message>
    <message>
        <source>{printer}: only {count} blank badges are left.</source>
        <translation>{printer}: chỉ còn {count} phôi thẻ.</translation>
    </message>
    <message>
        <source>Make an invitation with the code for each delegate, to be mailed.</source>
        <translation>Tạo thư mời có mã cho từng đại biểu để gửi đi.</translation>
    </message>
    <message>
        <source>A new or empty folder, or a ZIP.</source>
        <translation>Thư mục mới hoặc còn trống, hoặc tệp ZIP.</translation>
    </message>
    <message>
        <source>The layout; without it the invitation’s.</source>
        <translation>Mẫu trang; nếu không nêu thì dùng mẫu thư mời.</translation>
    </message>
    <message>
        <source>Making invitations</source>
        <translation>Đang tạo thư mời</translation>
    </message>
    <message>
        <source>Invitations in {place}: {count}.</source>
        <translation>Đã có {count} thư mời trong {place}.</translation>
    </message>
    <message>
        <source>There is nobody to invite; nothing was written.</source>
        <translation>Không có ai để mời; chưa ghi tệp nào.</translation>
    </message>
    <message>
        <source>No active code, so no invitation: {count}.</source>
        <translation>{count} đại biểu không có mã còn hiệu lực nên không có thư mời.</translation>
    </message>
    <message>
        <source>{id} is left out: no font has all letters of the name.</source>
        <translation>Bỏ qua {id}: không phông chữ nào đủ các chữ trong tên.</translation>
    </message>
    <message>
        <source>List the categories, or say what the badges of one are like.</source>
        <translation>Liệt kê các nhóm đại biểu, hoặc đặt mẫu thẻ cho một nhóm.</translation>
    </message>
    <message>
        <source>Their layout: a name, “default”, or “none” for no badge.</source>
        <translation>Mẫu thẻ của nhóm: một tên, “default”, hoặc “none” nếu không có thẻ.</translation>
    </message>
    <message>
        <source>The colour of their band.</source>
        <translation>Màu dải của thẻ.</translation>
    </message>
    <message>
        <source>Say which category is meant; the list shows their ids.</source>
        <translation>Hãy cho biết nhóm đại biểu nào; danh sách có mã của từng nhóm.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>There are no categories yet.</source>
        <translation>Chưa có nhóm đại biểu nào.</translation>
    </message>
    <message>
        <source>{count} of those chosen have no badge:</source>
        <translation>{count} người đã chọn không có thẻ:</translation>
    </message>
    <message>
        <source>The printer's resolution in dots an inch: the code's modules are whole dots then.</source>
        <translation>Độ phân giải của máy in, số điểm mỗi inch: khi đó các ô của mã QR là số điểm nguyên.</translation>
    </message>
    <message>
        <source>{id}: not printed. {why}</source>
        <translation>{id}: chưa in. {why}</translation>
    </message>
    <message>
        <source>Carry what is known from desk to desk on a stick.</source>
        <translation>Chuyển dữ liệu đã có từ quầy này sang quầy khác bằng USB.</translation>
    </message>
    <message>
        <source>Write all that this desk knows into one encrypted file.</source>
        <translation>Ghi tất cả những gì quầy này biết vào một tệp mã hóa.</translation>
    </message>
    <message>
        <source>Say what a bundle holds, without reading it in.</source>
        <translation>Cho biết gói dữ liệu có gì, chưa đọc vào.</translation>
    </message>
    <message>
        <source>Take in what a bundle knows and this desk does not.</source>
        <translation>Nhận những gì gói dữ liệu có mà quầy này chưa có.</translation>
    </message>
    <message>
        <source>{file} is written; entries: {entries}, scans among them: {scans}. It may leave the computer now.</source>
        <translation>{file} có {entries} mục, trong đó {scans} lượt quét. Bây giờ có thể mang tệp đi.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ghi lúc</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Mới với quầy này</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Đại biểu</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Lượt quét</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Số mục</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Đang ghi</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Đang đọc</translation>
    </message>
    <message>
        <source>Entries that are new: {taken}; known before: {known}.</source>
        <translation>{taken} mục mới, {known} mục đã có.</translation>
    </message>
    <message>
        <source>Pieces that were refused and are kept aside: {refused}. The Sync screen shows them.</source>
        <translation>{refused} phần bị từ chối và được giữ riêng; màn hình Đồng bộ sẽ hiển thị.</translation>
    </message>
    <message>
        <source>It was written later than this computer’s clock shows: one of the two clocks is wrong.</source>
        <translation>Gói này được ghi muộn hơn giờ của máy này: một trong hai đồng hồ bị sai.</translation>
    </message>
    <message>
        <source>List what does not fit together and waits for a person.</source>
        <translation>Liệt kê những điều không khớp nhau, đang chờ người xử lý.</translation>
    </message>
    <message>
        <source>Also what was decided.</source>
        <translation>Kể cả những mục đã quyết định.</translation>
    </message>
    <message>
        <source>There are no conflicts.</source>
        <translation>Không có mục nào cần xử lý.</translation>
    </message>
    <message>
        <source>Decide a conflict as its list says, or undo a decision.</source>
        <translation>Quyết định một mục cần xử lý theo danh sách, hoặc hoàn tác (undo) quyết định.</translation>
    </message>
    <message>
        <source>Make two records one person: DROP counts as KEEP from now on.</source>
        <translation>Gộp hai hồ sơ thành một người: từ nay DROP được tính là KEEP.</translation>
    </message>
    <message>
        <source>Whether the codes of both go on, or those of KEEP replace the others.</source>
        <translation>Mã của cả hai vẫn dùng được (both), hay mã của KEEP thay thế mã kia (replace).</translation>
    </message>
    <message>
        <source>Which came first is not certain.</source>
        <translation>Không chắc lượt nào trước.</translation>
    </message>
    <message>
        <source>Decided: {decision}</source>
        <translation>Đã quyết định: {decision}</translation>
    </message>
    <message>
        <source>Decide: {known}</source>
        <translation>Cách xử lý: {known}</translation>
    </message>
    <message>
        <source>Admitted at two desks</source>
        <translation>Được cho vào ở hai quầy</translation>
    </message>
    <message>
        <source>One badge at two doors at once</source>
        <translation>Một thẻ qua hai cửa cùng lúc</translation>
    </message>
    <message>
        <source>A replaced badge was used</source>
        <translation>Thẻ đã thay vẫn được dùng</translation>
    </message>
    <message>
        <source>Registered at two desks</source>
        <translation>Đăng ký ở hai quầy</translation>
    </message>
    <message>
        <source>Corrected at two desks</source>
        <translation>Hai quầy cùng sửa một mục</translation>
    </message>
    <message>
        <source>One temporary badge for two people</source>
        <translation>Một thẻ tạm cho hai người</translation>
    </message>
    <message>
        <source>Decided differently at two desks</source>
        <translation>Hai quầy quyết định khác nhau</translation>
    </message>
</context>
<context>
    <name>hub page</name>
    <message>
        <source>A person decides at a desk of registration: {desks}.</source>
        <translation>Người phụ trách quyết định tại quầy đăng ký: {desks}.</translation>
    </message>
    <message>
        <source>A person decides at a desk of registration; none has joined yet.</source>
        <translation>Người phụ trách quyết định tại quầy đăng ký; chưa có quầy nào kết nối.</translation>
    </message>
    <message>
        <source>Let in with a code that was replaced</source>
        <translation>Đã vào bằng mã đã được thay</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Tất cả {n}</translation>
    </message>
    <message>
        <source>Arrivals per minute, the last hour</source>
        <translation>Số người đến mỗi phút, một giờ qua</translation>
    </message>
    <message>
        <source>Arrivals per ten minutes, today</source>
        <translation>Số người đến mỗi mười phút, hôm nay</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <source>At the desk choose Join a hub, then scan this picture or paste the text. It counts once, until {time}.</source>
        <translation>Tại quầy, chọn Kết nối máy chủ đồng bộ, rồi quét hình này hoặc dán đoạn chữ. Chỉ dùng được một lần, đến {time}.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Nhóm đại biểu</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Điểm kiểm soát</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Điểm kiểm soát</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Màu theo hệ thống</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>Phòng điều hành</translation>
    </message>
    <message>
        <source>Countries and territories</source>
        <translation>Quốc gia và vùng lãnh thổ</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Nền tối</translation>
    </message>
    <message>
        <source>Day {n} · {date}</source>
        <translation>Ngày {n} · {date}</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Cửa</translation>
    </message>
    <message>
        <source>Door: scan, admit by exception, undo</source>
        <translation>Cửa: quét, cho vào ngoại lệ, hoàn tác</translation>
    </message>
    <message>
        <source>Earlier ones</source>
        <translation>Vào trước đó</translation>
    </message>
    <message>
        <source>Enrol a desk</source>
        <translation>Ghi danh quầy</translation>
    </message>
    <message>
        <source>Enrol one</source>
        <translation>Ghi danh quầy</translation>
    </message>
    <message>
        <source>Enrolment of {name}</source>
        <translation>Ghi danh {name}</translation>
    </message>
    <message>
        <source>Enrolment text</source>
        <translation>Mã ghi danh</translation>
    </message>
    <message>
        <source>Everybody is here.</source>
        <translation>Tất cả đã đến.</translation>
    </message>
    <message>
        <source>Figures now</source>
        <translation>Số liệu hiện tại</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Trưởng đoàn</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Ở trong</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>It is shown only now. Whoever has it can join as this desk: give it to nobody else.</source>
        <translation>Mã chỉ hiện một lần này. Ai có mã đều kết nối được như quầy này: không đưa cho người khác.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Quầy tự phục vụ</translation>
    </message>
    <message>
        <source>Kiosk: scan and print</source>
        <translation>Quầy tự phục vụ: quét và in thẻ</translation>
    </message>
    <message>
        <source>Language and colours</source>
        <translation>Ngôn ngữ và màu</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Một giờ qua</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Gặp lần cuối</translation>
    </message>
    <message>
        <source>Later ones</source>
        <translation>Vào sau đó</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Đã vào</translation>
    </message>
    <message>
        <source>Admitted twice</source>
        <translation>Cho vào hai lần</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Nền sáng</translation>
    </message>
    <message>
        <source>Make the enrolment text</source>
        <translation>Tạo mã ghi danh</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Tên quầy</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Chưa xếp nhóm</translation>
    </message>
    <message>
        <source>No connection. These are the figures of {time}.</source>
        <translation>Mất kết nối. Đây là số liệu lúc {time}.</translation>
    </message>
    <message>
        <source>No country</source>
        <translation>Chưa rõ quốc gia</translation>
    </message>
    <message>
        <source>No delegation</source>
        <translation>Không thuộc đoàn nào</translation>
    </message>
    <message>
        <source>No desk has joined this hub yet.</source>
        <translation>Chưa có quầy nào kết nối với máy chủ này.</translation>
    </message>
    <message>
        <source>Nobody has arrived in this time.</source>
        <translation>Không có ai đến trong khoảng này.</translation>
    </message>
    <message>
        <source>Nobody is inside. Who is let in here and has not left is listed.</source>
        <translation>Không có ai ở trong. Danh sách gồm những người đã vào và chưa ra.</translation>
    </message>
    <message>
        <source>Nobody of them has arrived yet.</source>
        <translation>Chưa ai đến.</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Chưa đến</translation>
    </message>
    <message>
        <source>Nothing needs a decision.</source>
        <translation>Không có gì cần xử lý.</translation>
    </message>
    <message>
        <source>At two doors at once</source>
        <translation>Ở hai cửa cùng lúc</translation>
    </message>
    <message>
        <source>One page was not taken in and is kept as evidence</source>
        <translation>Một trang không được ghi nhận, được giữ lại làm bằng chứng</translation>
    </message>
    <message>
        <source>One temporary badge, two people</source>
        <translation>Một thẻ tạm, hai người</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Pages of the list</source>
        <translation>Các trang của danh sách</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Registered at two desks?</source>
        <translation>Đăng ký ở hai quầy?</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Lễ tân</translation>
    </message>
    <message>
        <source>Protocol: scan and hand badges over</source>
        <translation>Lễ tân: quét và trao thẻ</translation>
    </message>
    <message>
        <source>QR of the enrolment text</source>
        <translation>Mã QR của mã ghi danh</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Read only: records nothing</source>
        <translation>Chỉ xem: không ghi nhận gì</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Registration: everything a desk does</source>
        <translation>Đăng ký: mọi việc của quầy</translation>
    </message>
    <message>
        <source>Revoke {name}</source>
        <translation>Thu hồi {name}</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Không thực hiện được</translation>
    </message>
    <message>
        <source>That is not the password. It was shown when the hub was made.</source>
        <translation>Mật khẩu không đúng. Mật khẩu đã hiện khi tạo máy chủ.</translation>
    </message>
    <message>
        <source>The roster has no VIP and no head of delegation.</source>
        <translation>Danh sách chưa có khách VIP hay trưởng đoàn.</translation>
    </message>
    <message>
        <source>The roster has no delegation yet.</source>
        <translation>Danh sách chưa có đoàn nào.</translation>
    </message>
    <message>
        <source>The roster is empty. Import it at a desk.</source>
        <translation>Danh sách đang trống. Hãy nhập danh sách tại một quầy.</translation>
    </message>
    <message>
        <source>There is no such checkpoint.</source>
        <translation>Không có điểm kiểm soát này.</translation>
    </message>
    <message>
        <source>They could not be true; everything else was taken in. Ask who works at that desk, and revoke it if nobody can say.</source>
        <translation>Các trang này không thể đúng; mọi thứ khác đã được ghi nhận. Hãy hỏi ai đang trực quầy đó, và thu hồi quầy nếu không ai giải thích được.</translation>
    </message>
    <message>
        <source>To the content</source>
        <translation>Đến nội dung</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Too many tries. Wait {n} second, then try again.</source>
        <translation>Thử quá nhiều lần. Chờ {n} giây rồi thử lại.</translation>
    </message>
    <message>
        <source>Too many tries. Wait {n} seconds, then try again.</source>
        <translation>Thử quá nhiều lần. Chờ {n} giây rồi thử lại.</translation>
    </message>
    <message>
        <source>Changed at two desks</source>
        <translation>Hai quầy cùng sửa</translation>
    </message>
    <message>
        <source>Decided differently at two desks</source>
        <translation>Hai quầy quyết định khác nhau</translation>
    </message>
    <message>
        <source>VIPs and heads</source>
        <translation>VIP và trưởng đoàn</translation>
    </message>
    <message>
        <source>VIPs and heads of delegation</source>
        <translation>Khách VIP và trưởng đoàn</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ đồng bộ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Thao tác</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Quầy này được làm gì</translation>
    </message>
    <message>
        <source>What the desks say</source>
        <translation>Các quầy ghi nhận</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>a minute, last five</source>
        <translation>người/phút, 5 phút qua</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <source>away</source>
        <translation>mất liên lạc</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>delegations here</source>
        <translation>đoàn có mặt</translation>
    </message>
    <message>
        <source>does not follow on what is known</source>
        <translation>không nối tiếp những gì đã biết</translation>
    </message>
    <message>
        <source>inside now</source>
        <translation>đang ở trong</translation>
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
        <source>need a decision</source>
        <translation>cần xử lý</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>cần xử lý</translation>
    </message>
    <message>
        <source>not joined yet</source>
        <translation>chưa kết nối</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa đến</translation>
    </message>
    <message>
        <source>order uncertain</source>
        <translation>chưa rõ trước sau</translation>
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
        <source>seen at {place}, {time}</source>
        <translation>đã qua {place}, {time}</translation>
    </message>
    <message>
        <source>the desk may not say that</source>
        <translation>quầy này không được phép ghi điều đó</translation>
    </message>
    <message>
        <source>the seal is wrong</source>
        <translation>sai niêm phong</translation>
    </message>
    <message>
        <source>two different facts under one number</source>
        <translation>hai dữ kiện khác nhau cùng một số</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>{first}–{last} of {all}</source>
        <translation>{first}–{last} trên {all}</translation>
    </message>
    <message>
        <source>{name} is cut off at once and for good. What it recorded up to now stays. To use it again, enrol it anew.</source>
        <translation>{name} bị ngắt ngay và vĩnh viễn. Những gì quầy đã ghi nhận đến lúc này vẫn giữ. Muốn dùng lại, hãy ghi danh lại.</translation>
    </message>
    <message>
        <source>{name} is the desk on which this hub itself runs. The hub goes on, but what is scanned at that desk counts nowhere until it is enrolled again.</source>
        <translation>{name} là quầy đang chạy chính máy chủ đồng bộ này. Máy chủ vẫn tiếp tục, nhưng những gì quét ở quầy đó không được tính ở đâu cho đến khi quầy được ghi danh lại.</translation>
    </message>
    <message>
        <source>{n} more are not listed here.</source>
        <translation>Còn {n} mục nữa không liệt kê ở đây.</translation>
    </message>
    <message>
        <source>{n} pages were not taken in and are kept as evidence</source>
        <translation>{n} trang không được ghi nhận, được giữ lại làm bằng chứng</translation>
    </message>
    <message>
        <source>{n} people inside</source>
        <translation>{n} người ở trong</translation>
    </message>
    <message>
        <source>{n} person inside</source>
        <translation>{n} người ở trong</translation>
    </message>
    <message>
        <source>{n} s fast</source>
        <translation>nhanh {n} giây</translation>
    </message>
    <message>
        <source>{n} s slow</source>
        <translation>chậm {n} giây</translation>
    </message>
    <message>
        <source>{total} arrived; most at {time}: {count}.</source>
        <translation>{total} người đến; đông nhất lúc {time}: {count}.</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>There is no name in this row.</source>
        <translation>Dòng này không có họ tên.</translation>
    </message>
    <message>
        <source>“{detail}” has no letters, so it is no name.</source>
        <translation>“{detail}” không có chữ cái nào nên không phải là họ tên.</translation>
    </message>
    <message>
        <source>The name has {detail} letters; 300 is the most.</source>
        <translation>Họ tên dài {detail} ký tự; nhiều nhất là 300.</translation>
    </message>
    <message>
        <source>“{detail}” stands alone in its row, so it was taken for a heading.</source>
        <translation>“{detail}” đứng một mình trong dòng nên được coi là tiêu đề.</translation>
    </message>
    <message>
        <source>This external id is already in row {detail}. Only that row counts.</source>
        <translation>Mã ngoài này đã có ở dòng {detail}. Chỉ dòng đó được tính.</translation>
    </message>
    <message>
        <source>This code is already in row {detail}. Only that row counts.</source>
        <translation>Mã quét này đã có ở dòng {detail}. Chỉ dòng đó được tính.</translation>
    </message>
    <message>
        <source>This code is {detail}’s on the roster, under another external id. Correct one of them.</source>
        <translation>Mã này là của {detail} trong danh sách, với một mã đăng ký khác. Hãy sửa một trong hai.</translation>
    </message>
    <message>
        <source>This row has more cells than the header: “{detail}” is beyond the last column.</source>
        <translation>Dòng này có nhiều ô hơn dòng tiêu đề: “{detail}” nằm sau cột cuối cùng.</translation>
    </message>
    <message>
        <source>The same name in the same delegation is already in row {detail}. Both stay.</source>
        <translation>Cùng họ tên trong cùng đoàn đã có ở dòng {detail}. Cả hai được giữ lại.</translation>
    </message>
    <message>
        <source>The text was too long and was cut to {detail} letters.</source>
        <translation>Nội dung quá dài nên đã được cắt còn {detail} ký tự.</translation>
    </message>
    <message>
        <source>“{detail}” is no known country or territory. It was left out.</source>
        <translation>“{detail}” không phải là quốc gia hay vùng lãnh thổ đã biết. Giá trị này bị bỏ qua.</translation>
    </message>
    <message>
        <source>“{detail}” is a new category. It was kept.</source>
        <translation>“{detail}” là một nhóm đại biểu mới. Giá trị này được giữ lại.</translation>
    </message>
    <message>
        <source>“{detail}” is no whole e-mail address. It was kept.</source>
        <translation>“{detail}” không phải là địa chỉ email đầy đủ. Giá trị này được giữ lại.</translation>
    </message>
    <message>
        <source>There is more than one e-mail address: “{detail}”. The first was taken.</source>
        <translation>Có nhiều hơn một địa chỉ email: “{detail}”. Địa chỉ đầu tiên được dùng.</translation>
    </message>
    <message>
        <source>“{detail}” is no telephone number. It was kept.</source>
        <translation>“{detail}” không phải là số điện thoại. Giá trị này được giữ lại.</translation>
    </message>
    <message>
        <source>“{detail}” tells no year of birth. It was left out.</source>
        <translation>“{detail}” không cho biết năm sinh. Giá trị này bị bỏ qua.</translation>
    </message>
    <message>
        <source>“{detail}” is neither yes nor no. It was taken as yes.</source>
        <translation>“{detail}” không phải là có hay không. Giá trị này được coi là có.</translation>
    </message>
    <message>
        <source>“{detail}” does not say whether to admit. It was taken as not accredited.</source>
        <translation>“{detail}” không cho biết có được vào hay không. Được coi là chưa được công nhận.</translation>
    </message>
    <message>
        <source>The code has {detail} letters, more than is ever read. It was left out.</source>
        <translation>Mã dài {detail} ký tự, dài hơn mọi mã có thể đọc. Mã bị bỏ qua.</translation>
    </message>
    <message>
        <source>“{detail}” is a web address, not a file name. It was left out.</source>
        <translation>“{detail}” là địa chỉ web, không phải tên tệp. Giá trị này bị bỏ qua.</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>The file's pages are damaged: {finding}.</source>
        <translation>Các trang của tệp bị hỏng: {finding}.</translation>
    </message>
    <message>
        <source>A row of {table} points nowhere.</source>
        <translation>Một dòng của {table} trỏ vào chỗ không có.</translation>
    </message>
    <message>
        <source>Entry {n} of stream {stream} does not continue the chain.</source>
        <translation>Mục {n} của dòng sổ {stream} không nối tiếp chuỗi.</translation>
    </message>
    <message>
        <source>Entry {n} of stream {stream} says that it belongs elsewhere.</source>
        <translation>Mục {n} của dòng sổ {stream} ghi rằng nó thuộc chỗ khác.</translation>
    </message>
    <message>
        <source>Entry {n} of stream {stream} has a private part that was changed.</source>
        <translation>Mục {n} của dòng sổ {stream} có phần riêng tư đã bị sửa.</translation>
    </message>
    <message>
        <source>Entry {n} of stream {stream} carries a seal that is not its desk's.</source>
        <translation>Mục {n} của dòng sổ {stream} mang con dấu không phải của bàn này.</translation>
    </message>
    <message>
        <source>The tables do not say what the ledger says. Run “check --rebuild”.</source>
        <translation>Các bảng không khớp với sổ. Hãy chạy “check --rebuild”.</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>No name</source>
        <translation>Thiếu tên</translation>
    </message>
    <message>
        <source>No active code</source>
        <translation>Không có mã còn hiệu lực</translation>
    </message>
    <message>
        <source>No layout</source>
        <translation>Không có mẫu thẻ</translation>
    </message>
    <message>
        <source>Letters that no font has</source>
        <translation>Chữ không phông nào có</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Không vừa</translation>
    </message>
    <message>
        <source>Code too fine for the printer</source>
        <translation>Mã QR quá nhỏ so với máy in</translation>
    </message>
    <message>
        <source>Two alike</source>
        <translation>Trùng nhau</translation>
    </message>
    <message>
        <source>Text too small</source>
        <translation>Chữ quá nhỏ</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Chưa có ảnh</translation>
    </message>
    <message>
        <source>Photo too coarse</source>
        <translation>Ảnh không đủ nét</translation>
    </message>
    <message>
        <source>Characters left out</source>
        <translation>Ký tự bị bỏ</translation>
    </message>
    <message>
        <source>There is nothing to print as the name. Write the name.</source>
        <translation>Không có tên để in. Hãy ghi tên.</translation>
    </message>
    <message>
        <source>There is no active code, so there is no badge. Issue a new code.</source>
        <translation>Không có mã còn hiệu lực nên không có thẻ. Hãy cấp mã mới.</translation>
    </message>
    <message>
        <source>There is no badge layout “{detail}”. Choose another one for the category.</source>
        <translation>Không có mẫu thẻ “{detail}”. Hãy chọn mẫu khác cho nhóm đại biểu này.</translation>
    </message>
    <message>
        <source>{field}: no font on this computer has {detail} (asked: {fonts}). Install a font of that script, or write it in Latin letters.</source>
        <translation>{field}: máy này không có phông chữ nào có {detail} (đã tìm trong: {fonts}). Hãy cài phông cho hệ chữ đó, hoặc ghi bằng chữ La-tinh.</translation>
    </message>
    <message>
        <source>{field}: far too long; it would only fit at {detail}. Shorten it.</source>
        <translation>{field}: quá dài, chỉ vừa ở cỡ {detail}. Hãy rút gọn.</translation>
    </message>
    <message>
        <source>A module of the code is {detail} printer dots wide; it must be 3. Use a layout with a larger code, or a finer printer.</source>
        <translation>Mỗi ô của mã QR chỉ rộng {detail} điểm in, cần ít nhất 3. Hãy dùng mẫu thẻ có mã lớn hơn hoặc máy in nét hơn.</translation>
    </message>
    <message>
        <source>{other} has the same name in the same delegation. Tell them apart, or withdraw one.</source>
        <translation>{other} trùng tên trong cùng đoàn. Hãy phân biệt hai người, hoặc rút một người.</translation>
    </message>
    <message>
        <source>{other} has the same code. Issue a new one.</source>
        <translation>{other} có cùng mã. Hãy cấp mã mới.</translation>
    </message>
    <message>
        <source>{field}: only fits at {detail}, which is hard to read. Shorten it.</source>
        <translation>{field}: chỉ vừa ở cỡ {detail}, khó đọc. Hãy rút gọn.</translation>
    </message>
    <message>
        <source>There is no photo.</source>
        <translation>Chưa có ảnh.</translation>
    </message>
    <message>
        <source>The photo has {detail} at its printed size; {least} are needed.</source>
        <translation>Ảnh chỉ có {detail} ở kích thước in; cần {least}.</translation>
    </message>
    <message>
        <source>{field}: {detail} cannot be printed and is left out.</source>
        <translation>{field}: {detail} không in được nên bị bỏ.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã QR</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Fixed text</source>
        <translation>Chữ cố định</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Bị cắt</translation>
    </message>
    <message>
        <source>{field}: a part of it lies beyond the edge of the badge.</source>
        <translation>{field}: một phần nằm ngoài mép thẻ.</translation>
    </message>
    <message>
        <source>The code is too long for a QR. Issue a new one.</source>
        <translation>Mã quá dài, không tạo được mã QR. Hãy cấp mã mới.</translation>
    </message>
    <message>
        <source>{field}: no font on this computer has {detail} (asked: {fonts}). Install the Chinese, Japanese and Korean fonts; “checkin-app doctor” says how.</source>
        <translation>{field}: máy này không có phông chữ nào có {detail} (đã tìm trong: {fonts}). Hãy cài phông chữ Trung, Nhật, Hàn; lệnh “checkin-app doctor” cho biết cách cài.</translation>
    </message>
    <message>
        <source>It is so on every badge of the category.</source>
        <translation>Mọi thẻ của nhóm này đều như vậy.</translation>
    </message>
    <message>
        <source>Perhaps covered</source>
        <translation>Có thể bị che</translation>
    </message>
    <message>
        <source>{field}: something else of the layout lies over its place. Look at the badge, or change the layout.</source>
        <translation>{field}: có phần khác của mẫu thẻ nằm đè lên chỗ này. Hãy xem lại thẻ hoặc sửa mẫu.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>No paper: load paper into {printer}.</source>
        <translation>Hết giấy: hãy nạp giấy vào máy in {printer}.</translation>
    </message>
    <message>
        <source>Paper is running low in {printer}: have more at hand.</source>
        <translation>Máy in {printer} sắp hết giấy: hãy chuẩn bị sẵn giấy.</translation>
    </message>
    <message>
        <source>Paper jam in {printer}: open it and take the paper out.</source>
        <translation>Máy in {printer} bị kẹt giấy: hãy mở máy và lấy giấy ra.</translation>
    </message>
    <message>
        <source>{printer} does not answer: check that it is on and connected.</source>
        <translation>Máy in {printer} không trả lời: hãy kiểm tra nguồn điện và dây mạng.</translation>
    </message>
    <message>
        <source>{printer} is paused: let it go on, at the printer or in the system’s queue.</source>
        <translation>Máy in {printer} đang tạm dừng: hãy cho in tiếp tại máy in hoặc trong hàng đợi in của máy tính.</translation>
    </message>
    <message>
        <source>{printer} is open: close its cover.</source>
        <translation>Nắp máy in {printer} đang mở: hãy đóng nắp lại.</translation>
    </message>
    <message>
        <source>The wrong paper is in {printer}: load the size that the badge needs.</source>
        <translation>Máy in {printer} đang có sai loại giấy: hãy nạp đúng khổ giấy của thẻ.</translation>
    </message>
    <message>
        <source>Ink, toner or ribbon of {printer} is low or used up: change it.</source>
        <translation>Máy in {printer} sắp hết hoặc đã hết mực hay ruy băng: hãy thay mới.</translation>
    </message>
    <message>
        <source>{printer} takes no new jobs: print at another printer.</source>
        <translation>Máy in {printer} không nhận lệnh in mới: hãy in ở máy khác.</translation>
    </message>
    <message>
        <source>{printer} needs attention.</source>
        <translation>Máy in {printer} cần được kiểm tra.</translation>
    </message>
    <message>
        <source>The ribbon is used up.</source>
        <translation>Đã hết ruy băng.</translation>
    </message>
    <message>
        <source>The print head is too hot or too cold.</source>
        <translation>Đầu in quá nóng hoặc quá lạnh.</translation>
    </message>
    <message>
        <source>The printer has lost its settings.</source>
        <translation>Máy in đã mất các thiết lập.</translation>
    </message>
    <message>
        <source>The printer’s memory is full.</source>
        <translation>Bộ nhớ máy in đã đầy.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Máy in không trả lời.</translation>
    </message>
    <message>
        <source>The printer stopped listening.</source>
        <translation>Máy in đã ngừng nhận dữ liệu.</translation>
    </message>
    <message>
        <source>The printer gave no clear answer.</source>
        <translation>Máy in trả lời không rõ ràng.</translation>
    </message>
    <message>
        <source>The printer asks for a password. Let this computer print without one.</source>
        <translation>Máy in đòi mật khẩu. Hãy cho phép máy tính này in mà không cần mật khẩu.</translation>
    </message>
    <message>
        <source>The printer wants an encrypted connection. Use ipps:// in place of ipp://.</source>
        <translation>Máy in đòi kết nối mã hóa. Hãy dùng ipps:// thay cho ipp://.</translation>
    </message>
    <message>
        <source>There is no printer at this address. Check what stands behind the host.</source>
        <translation>Không có máy in ở địa chỉ này. Hãy kiểm tra phần đường dẫn sau tên máy.</translation>
    </message>
    <message>
        <source>There is no printer at this address.</source>
        <translation>Không có máy in ở địa chỉ này.</translation>
    </message>
    <message>
        <source>This computer has passed the badge on; this printer does not say whether it printed it.</source>
        <translation>Máy tính đã chuyển thẻ đi; máy in này không cho biết đã in hay chưa.</translation>
    </message>
    <message>
        <source>The printer no longer knows this badge. Look whether it was printed.</source>
        <translation>Máy in không còn nhớ thẻ này. Hãy xem thẻ đã được in chưa.</translation>
    </message>
    <message>
        <source>The printing system does not answer.</source>
        <translation>Hệ thống in không trả lời.</translation>
    </message>
    <message>
        <source>The printing system did not answer in time.</source>
        <translation>Hệ thống in không trả lời kịp.</translation>
    </message>
    <message>
        <source>The queue is stopped.</source>
        <translation>Hàng đợi in đang dừng.</translation>
    </message>
    <message>
        <source>This printer takes neither PDF nor PWG Raster. Add it to the system’s printers, and print to it there: the system converts badges for it.</source>
        <translation>Máy in này không nhận PDF hay PWG Raster. Hãy thêm máy in vào hệ thống rồi in qua đó: hệ thống sẽ chuyển đổi thẻ cho máy in.</translation>
    </message>
    <message>
        <source>This printer does not offer paper of the badge’s size; it prints on what is loaded.</source>
        <translation>Máy in này không có khổ giấy của thẻ; máy sẽ in trên giấy đang nạp.</translation>
    </message>
    <message>
        <source>The printer takes the connection and does not answer. Look whether it is out of paper or open.</source>
        <translation>Máy in nhận kết nối nhưng không trả lời. Hãy xem máy có hết giấy hay đang mở nắp không.</translation>
    </message>
    <message>
        <source>The badge is larger than the label in the printer.</source>
        <translation>Thẻ lớn hơn nhãn trong máy in.</translation>
    </message>
    <message>
        <source>The printer has another resolution than its address says. Correct “dpi” there.</source>
        <translation>Độ phân giải của máy in khác với địa chỉ đã ghi. Hãy sửa “dpi” trong địa chỉ.</translation>
    </message>
    <message>
        <source>The printer went away while it got the badge. Look whether it was printed.</source>
        <translation>Máy in mất kết nối khi đang nhận thẻ. Hãy xem thẻ đã được in chưa.</translation>
    </message>
    <message>
        <source>The printer has fewer labels printed than it got: it was switched off or cancelled.</source>
        <translation>Máy in đã in ít nhãn hơn số đã nhận: máy bị tắt hoặc lệnh in bị hủy tại máy.</translation>
    </message>
    <message>
        <source>The badge’s file is damaged.</source>
        <translation>Tệp thẻ bị hỏng.</translation>
    </message>
    <message>
        <source>The file is no longer in the folder.</source>
        <translation>Tệp không còn trong thư mục.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Không có thư mục này.</translation>
    </message>
    <message>
        <source>This is not Windows.</source>
        <translation>Máy này không chạy Windows.</translation>
    </message>
    <message>
        <source>The paper in the printer’s settings is smaller than the badge.</source>
        <translation>Khổ giấy trong thiết lập máy in nhỏ hơn thẻ.</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>hết giấy</translation>
    </message>
    <message>
        <source>paper is running low</source>
        <translation>sắp hết giấy</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>kẹt giấy</translation>
    </message>
    <message>
        <source>seen at the desk</source>
        <translation>đã xem tại quầy</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>máy in không trả lời</translation>
    </message>
    <message>
        <source>the printer is paused</source>
        <translation>máy in đang tạm dừng</translation>
    </message>
    <message>
        <source>the printer is open</source>
        <translation>nắp máy in đang mở</translation>
    </message>
    <message>
        <source>the wrong paper is loaded</source>
        <translation>đang nạp sai loại giấy</translation>
    </message>
    <message>
        <source>ink, toner or ribbon is low or used up</source>
        <translation>sắp hết hoặc đã hết mực hay ruy băng</translation>
    </message>
    <message>
        <source>the printer takes no jobs</source>
        <translation>máy in không nhận lệnh in</translation>
    </message>
    <message>
        <source>the printer needs attention</source>
        <translation>máy in cần được kiểm tra</translation>
    </message>
    <message>
        <source>This printer prints on one side only: the backs come out on paper of their own.</source>
        <translation>Máy in này chỉ in được một mặt: mặt sau của thẻ nằm trên tờ riêng.</translation>
    </message>
    <message>
        <source>It ended after some pages came out. Look which badges are there.</source>
        <translation>Lệnh in dừng khi đã in ra một phần. Hãy xem những thẻ nào đã có.</translation>
    </message>
</context>
</TS>
