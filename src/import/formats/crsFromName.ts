export { normalCrs as crsFromName } from '../geometry/normalCrs.ts';
