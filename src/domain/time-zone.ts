/** The country has one time zone; seats, conferences and minutes go by its calendar, wherever a machine stands. */
export const timeZone = 'Asia/Ho_Chi_Minh';
