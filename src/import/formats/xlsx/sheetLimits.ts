/** No program that writes workbooks has larger sheets. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;
/** Cells of one hyperlink: the library makes each of them, also where nothing stands. */
export const mostLinked = 2 * mostRows;
