import { isZip, zipDirectory } from '../containers/zipDirectory.ts';
import type { Driver, FormatFile } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import { readWorkbook } from './readWorkbook.ts';

/** Excel, new and old. */
export const xlsxDriver: Driver = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xlsb', 'xls'],
  companions: [],
  blocks: true,
  recognises({ path, bytes }) {
    if (isZip(bytes)) {
      const names = zipDirectory(bytes)?.map(({ name }) => name);
      if (names) return names.some((name) => name.startsWith('xl/')) ? 1 : 0;
      return this.extensions.includes(extensionOf(path)) ? 0.6 : 0;
    }
    if (!hasExtension(this, path)) return 0;
    return isCompoundFile(bytes) || isMarkedTable(bytes) ? 0.9 : 0;
  },
  read: (file, _choices, context) => readWorkbook(file, context),
};

/** LibreOffice and OpenOffice. */
export const odsDriver: Driver = {
  id: 'ods',
  extensions: ['ods'],
  companions: [],
  blocks: true,
  recognises({ path, bytes }) {
    if (!isZip(bytes)) return 0;
    // The type stands uncompressed at the start of the archive.
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 120));
    if (head.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 1;
    return hasExtension(this, path) ? 0.6 : 0;
  },
  read: (file, _choices, context) => readWorkbook(file, context),
};

function hasExtension(driver: Driver, path: FormatFile['path']): boolean {
  return driver.extensions.includes(extensionOf(path));
}

/** The container of old Office files and of locked new ones. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Tables that portals write as a web page or as XML of 2003 and call `.xls`. */
function isMarkedTable(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16_384)).replaceAll('\0', '');
  return /^[^<]{0,20}</.test(head) && /<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(head);
}
