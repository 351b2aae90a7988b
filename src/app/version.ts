import { version as own } from '../../package.json';

/** Of this program; written into project files. */
export const version: string = own;
