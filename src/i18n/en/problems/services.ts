import type { services as source } from '../../de/problems/services.ts';

export const services: Readonly<Record<keyof typeof source, string>> = {
  'service-address': '“{address}” is no web address. It begins with https:// or http://.',
  'service-cors':
    'The server “{host}” is there but does not let web pages read its data (CORS). Open the address in a new window, save the file and drop it here: {address}',
  'service-unreachable':
    'The server “{host}” cannot be reached. Is there a connection, and is the address right? {address}',
  'service-status': 'The server “{host}” answers with error {status}: {address}',
  'service-refused': 'The server “{host}” refuses the request: {reason}',
  'service-too-large':
    'The answer of “{host}” is larger than {megabytes} MB. Load a smaller layer or a part of it.',
  'service-no-service': 'There is neither a WFS nor an OGC API Features at the address ({host}): {address}',
  'service-without-layers': 'The service on “{host}” names no layer with features.',
  'service-layer-unknown': 'The service on “{host}” has no layer “{layer}”.',
  'service-layer-empty': 'The layer “{layer}” on “{host}” has no features.',
  'service-layer-cut':
    'Only {n} of {all} features of the layer “{layer}” were loaded; the service gives no more.',
  'service-no-features': 'The answer of “{host}” about the layer “{layer}” is no GeoJSON.',
  'service-too-many-pages': 'The layer “{layer}” has more parts than are loaded; stopped after {n} features.',
};
