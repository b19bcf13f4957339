/**
 * The library that writes workbooks, taken up with the first one: it and all that it stands on would be a good part of what an
 * idle api or worker keeps in memory.
 */
export const excel = async () => (await import('exceljs')).default;
