package pingheng.paper;

/** How large things are on a paper, in points; A4 is 595 by 842. */
record Style(int title, int heading, int body, int lead, int left, int width, int top, int bottom) {
    /** Much on a page: forms and receipts. */
    static final Style FORM = new Style(16, 12, 10, 6, 64, 467, 778, 72);

    /** GB/T 9704: size 3, 22 lines of 28 characters, 37 mm above and 28 mm at the left. */
    static final Style LETTER = new Style(22, 16, 16, 12, 79, 448, 720, 99);
}
