/** Real Vietnamese names in parts, and whole names of many peoples of the country. */
export const familyNames =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bành Biện Ca Cao Cáp Cát Châu Chế Chu Chung Chử Cồ Cổ Cung Cù Danh Diệp Doãn Đào Đàm Đái Đan Điền Đinh Đoàn Đồng Đường Giang Giáp Hà Hạ Hàn Hầu Hình Hoa Hứa Kha Khiếu Khổng Khuất Khúc Khương Kiều Kim La Lã Lạc Lại Lăng Lâm Lều Liên Liễu Lò Lô Lỗ Lục Lư Lương Lưu Ma Mã Mạc Mai Mạnh Mâu Mẫn Nghiêm Nghị Ngụy Nhan Nhâm Ninh Nông Ông Ổn Phí Phó Phùng Phương Quách Quan Quang Sái Sầm Sử Sùng Tạ Tăng Tất Thái Thạch Thang Thân Thi Thiệu Thịnh Tiêu Tiết Tô Tôn Tống Trà Trang Triệu Trịnh Trưng Trương Từ Ty Ứng Uông Ưng Văn Vi Viên Vòng Vương Xa Yên Yến'.split(
    ' ',
  );

export const middleNames =
  'Văn Thị Đức Hữu Ngọc Xuân Thanh Minh Quang Công Đình Hoàng Kim Bá Duy Gia Hồng Mạnh Quốc Thế Trọng Tuấn Viết Bích Mỹ Như Phương Thu Tường Anh'.split(
    ' ',
  );

export const givenNames =
  'An Anh Ánh Bảo Bắc Bích Bình Cảnh Chi Chiến Chính Chung Cúc Cường Dũng Duyên Dương Đại Đạt Điệp Đông Giang Giàu Hà Hải Hạnh Hằng Hậu Hiền Hiếu Hiệp Hòa Hoà Hoài Hoan Hoạt Học Hồng Huân Huệ Hùng Huy Huyền Hương Hường Hưởng Khải Khánh Khoa Khoẻ Kiên Kỳ Lan Lâm Liên Liễu Linh Loan Lộc Lợi Luận Luyến Lụa Lương Lý Mai Mẫn Minh Mỹ Nam Nga Ngân Nghĩa Ngoan Ngọc Nguyên Nguyệt Nhã Nhân Nhung Niên Oanh Phát Phong Phú Phúc Phước Phượng Quân Quế Quý Quyên Quyết Quỳnh Sáng Sâm Sỹ Tâm Tân Thái Thảo Thắng Thịnh Thoa Thơ Thu Thuận Thuý Thùy Thủy Thư Thương Tiến Tín Toàn Toản Trang Tráng Trí Triều Trinh Trung Trường Tú Tuấn Tuệ Tùng Tuyền Tuyết Tý Uyên Vân Việt Vinh Vũ Vượng Vy Xoan Xuân Xuyến Ý Yên Yến'.split(
    ' ',
  );

export const otherPeoplesNames = [
  "H'Ngô Mlô",
  'Y Ñuê Niê',
  'Y Bion Niê Kđăm',
  "H'Yim Kđoh",
  "K'Brêu",
  "Điểu K'Ré",
  'Siu Hương',
  'Rơ Châm Long',
  'Ksor Phước',
  'Y Vêng',
  'A Đêng',
  'A Nêi',
  'Y Lôih',
  'A Brôl',
  'Cil Múp Ha Kliên',
  'Păng Tìng Sin',
  'Krajăn Plin',
  'Liêng Jrang Ha Hoàng',
  'Bon Niêng',
  'Kpă Klơng',
  'Neáng Sâm Nang',
  'Néang Kim Cheng',
  'Chau Sóc Kha',
  'Thạch Sô Phôl',
  'Danh Sà Rây',
  'Sùng A Dê',
  'Giàng A Páo',
  'Vàng Seo Gà',
  'Thào Xuân Sùng',
  'Má A Lử',
  'Chảo Láo Tả',
  'Lò Văn Phá',
  'Hồ A Lềnh',
  'Cư Hòa Vần',
  'Đàng Năng Thọ',
  'Quảng Đại Cẩn',
  'Tôn Nữ Thị Ninh',
  'Hoàng Phủ Ngọc Tường',
  'Ka Tô',
  'Đinh Yô',
  'Hồ Viên',
  'Y Ly Trang',
];
