import type { formats as source } from '../../de/problems/formats.ts';

export const formats: Readonly<Record<keyof typeof source, string>> = {
  'file-empty': 'The file is empty. Please download or export it again.',
  'file-too-large':
    'The file is too large: files up to {megabytes} MB are read. Please cut it down to what is needed, or split it.',
  'format-unknown':
    'The format of the file (extension “{extension}”) is not known. Please save it in one of these: CSV, Excel, OpenDocument spreadsheet, GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML or GML.',
  'companion-alone':
    'The file with the extension “{extension}” belongs to another file of the same name, which is missing. Please drop all parts together.',
  'layer-empty': 'The file has no features. Please check in your GIS which layer was exported.',
  'zip-truncated': 'The archive is incomplete. Please download it again.',
  'zip-nested': 'The archive contains an archive that contains another one. Please unpack it first.',
  'zip-encrypted': 'The archive is protected by a password. Please unpack it first.',
  'zip-entry-broken':
    'The file is damaged within the archive and cannot be unpacked. Please download the archive again.',
  'zip-empty': 'The archive has no files in it. Please download it again.',
  'gzip-broken': 'The compressed file is damaged and cannot be unpacked. Please download it again.',
  'gzip-too-large': 'Unpacked, the file is larger than {megabytes} MB. Please cut it down to what is needed.',
  'workbook-truncated': 'The workbook is incomplete. Please download it again or save it again.',
  'workbook-encrypted':
    'The workbook is protected by a password. Please save it without one and drop it again.',
  'workbook-too-large': 'Unpacked, the workbook is larger than {megabytes} MB. Please save the table as CSV.',
  'workbook-broken':
    'The internal directory of the workbook is damaged. Please open it in a spreadsheet program and save it again.',
  'workbook-unreadable':
    'The workbook cannot be read ({reason}). Please open it in a spreadsheet program and save it again.',
  'sheet-damaged':
    'The sheet “{sheet}” is damaged: it refers to rows or columns that no workbook can have. It is not read. Please copy its contents to a new sheet.',
  'sheet-too-large':
    'The sheet “{sheet}” has more than {cells} cells and is not read. Please save the range in use as CSV.',
  'sheets-hidden':
    '{n|One hidden sheet is|# hidden sheets are} not read: {sheets}. If you need them, please unhide them and save the file again.',
  'zeros-removed':
    '{n|One null character was|# null characters were} removed. Please check whether the file is complete.',
  'characters-lost':
    '{n|One character is|# characters are} not readable (�). Please choose another reading under “Characters” beside the file. If that does not help, {n|it was|they were} lost when the file was saved: please export it again.',
  'encoding-doubled':
    '{n|One umlaut is|# umlauts are} encoded twice (“Ã¼” instead of “ü”). The file itself has it that way: please export it again.',
  'quotes-open':
    'In {n|one row|# rows} a quotation mark opens a cell and is never closed. It was read as an ordinary character: please check {n|this row|these rows}.',
  'line-too-long':
    'The line is longer than {megabytes} MB. This is not a table: please export it as CSV or Excel.',
  'columns-too-many':
    'The row has more than {most} cells. Perhaps the delimiter is a different one: please check the file or export it again.',
  'content-unexpected':
    'The content does not match the extension “{extension}”. The file is probably damaged, or something else: please download or export it again.',
  'format-unsupported': 'Files of this kind are not read ({kind}). Please save it as CSV, Excel or GeoJSON.',
  'web-page':
    'The file is a web page, not a table. Probably an error or login page was saved in its place: please download it again.',
  'genesis-reshaped':
    'Flat file from a GENESIS database: rearranged into {rows} rows (area and time) and {n|one figure|# figures}.',
  'genesis-repeated':
    '{n|One value occurs|# values occur} more than once for the same area and time. The first one is used; please check in the database whether too much was selected.',
  'genesis-provisional':
    '{n|One value is|# values are} marked as provisional, revised or estimated and {n|was|were} treated like {n|a final one|final ones}.',
  'workbook-damaged':
    'The workbook is damaged: the part “{part}” cannot be unpacked. Please download it again or save it again.',
  'workbook-repeats':
    'Because of repeated rows or columns the workbook has more than {cells} cells and is not read. Please save the range in use as CSV.',
  'formulas-empty':
    '{n|One formula has|# formulas have} no stored result and {n|counts|count} as empty. Please open and save the file in Excel or LibreOffice.',
  'rows-hidden':
    'In the sheet “{sheet}” {n|one row is|# rows are} hidden (for example by a filter). Hidden rows are read like the others; please delete what should not count.',
};
