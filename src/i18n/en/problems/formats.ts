import type { formats as source } from '../../de/problems/formats.ts';

export const formats: Readonly<Record<keyof typeof source, string>> = {
  'file-empty': 'The file is empty.',
  'file-too-large': 'The file is too large. Files up to {megabytes} MB are read.',
  'format-unknown':
    'The format of the file is not known (ending “{extension}”). CSV, Excel, OpenDocument spreadsheets, GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML and GML are read.',
  'companion-alone':
    'The file ending in “{extension}” belongs to another one of the same name, which is missing. Please drop all parts together.',
  'layer-empty': 'The file has no features.',
  'zip-truncated': 'The archive is incomplete. Please download it again.',
  'zip-nested': 'The archive lies in an archive that lies in an archive. Please unpack it first.',
  'zip-encrypted': 'The archive is protected by a password. Please unpack it first.',
  'zip-entry-broken': 'The file is damaged within the archive and cannot be unpacked.',
  'zip-empty': 'The archive has no files.',
  'gzip-broken': 'The compressed file is damaged and cannot be unpacked.',
  'gzip-too-large': 'Unpacked, the file is larger than {megabytes} MB.',
  'workbook-truncated': 'The workbook is incomplete. Please download it again or save it anew.',
  'workbook-encrypted':
    'The workbook is protected by a password. Please save it without a password and drop it again.',
  'workbook-too-large': 'Unpacked, the workbook is larger than {megabytes} MB. Please save the table as CSV.',
  'workbook-broken':
    'The inner directory of the workbook is damaged. Please open it in the spreadsheet program and save it anew.',
  'workbook-unreadable': 'The workbook cannot be read ({reason}).',
  'sheet-damaged':
    'The sheet “{sheet}” is damaged: it names rows or columns that no workbook has. It is not read.',
  'sheet-too-large':
    'The sheet “{sheet}” has more than {cells} cells and is not read. Please save the range in use as CSV.',
  'sheets-hidden': '{n|One hidden sheet is|# hidden sheets are} not read: {sheets}.',
  'zeros-removed':
    '{n|One null character was|# null characters were} removed. Please check whether the file is complete.',
  'characters-lost':
    '{n|One character is|# characters are} not readable (�). Either the encoding is another one, or {n|it was|they were} lost when the file was saved.',
  'encoding-doubled':
    '{n|One umlaut is|# umlauts are} encoded twice (“Ã¼” instead of “ü”). The file has it that way; please export it anew.',
  'quotes-open':
    'In {n|one row|# rows} a quotation mark opens a cell and is not closed; it was read as an ordinary character.',
  'line-too-long': 'The line is longer than {megabytes} MB. This is not a table.',
  'columns-too-many': 'The row has more than {most} cells. Perhaps the delimiter is another one.',
  'content-unexpected':
    'The content does not go with the ending “{extension}”. The file is probably damaged or something else.',
  'format-unsupported': 'Files of this kind are not read: {kind}.',
  'web-page':
    'The file is a web page, not a table. Probably an error or login page was saved instead of the download.',
  'genesis-reshaped':
    'Flat file of a GENESIS database: reshaped to {rows} rows (area and time) and {n|one figure|# figures}.',
  'genesis-repeated':
    '{n|One value comes|# values come} more than once for the same area and time; the first counts.',
  'genesis-provisional':
    '{n|One value is|# values are} marked as provisional, revised or estimated and {n|was|were} taken like {n|a final one|final ones}.',
  'workbook-damaged': 'The workbook is damaged: the part “{part}” cannot be unpacked.',
  'workbook-repeats':
    'By repetitions, the workbook has more than {cells} cells and is not read. Please save the range in use as CSV.',
  'formulas-empty':
    '{n|One formula has|# formulas have} no stored result and {n|counts|count} as empty. Please open and save the file in Excel or LibreOffice.',
  'rows-hidden':
    'In the sheet “{sheet}” {n|one row is|# rows are} hidden (for example by a filter). Hidden rows are read with the others.',
};
