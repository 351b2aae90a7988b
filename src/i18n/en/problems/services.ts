import type { services as source } from '../../de/problems/services.ts';

export const services: Readonly<Record<keyof typeof source, string>> = {
  'service-address':
    '“{address}” is no web address. It begins with https:// and is that of a WFS, for example.',
  'service-cors':
    'The server “{host}” is there but does not let web pages read its data (CORS). Only its operator can change that. The file can still be opened in the browser, saved and dropped here.',
  'service-unreachable':
    'The server “{host}” cannot be reached. The browser gives no reason; it may be that there is no connection, that the address is mistyped, that the server is for an internal network only, that a firewall or an ad blocker is in the way, or that its certificate is not valid.',
  'service-mixed':
    'The address begins with http://. This page was loaded encrypted (https), and browsers then block unencrypted requests. “{host}” does not answer under https://. The file can still be opened in the browser, saved and dropped here.',
  'service-slow':
    'The server “{host}” has sent nothing for {n|# second|# seconds}. The request was ended; try again later.',
  'service-broken': 'The connection to “{host}” broke off before everything had arrived. Try again.',
  'service-login':
    'The server “{host}” gives out its data only after signing in, or does not allow access (error {status}). Ask the provider for a public service or for the file.',
  'service-missing': 'There is nothing at this address of “{host}” (error {status}): {address}',
  'service-busy': 'The server “{host}” is overloaded or under maintenance (error {status}). Try again later.',
  'service-busy-until':
    'The server “{host}” is overloaded or under maintenance (error {status}). It asks to wait {n|# second|# seconds}.',
  'service-status': 'The server “{host}” answers with error {status}: {address}',
  'service-refused': 'The server “{host}” refuses the request: {reason}',
  'service-too-large':
    'The answer of “{host}” is larger than {megabytes} MB. Load a smaller layer or a part of it.',
  'service-no-service': 'There is neither a WFS nor an OGC API Features at the address ({host}): {address}',
  'service-page':
    'At the address there is a web page, not a service ({host}). Look on it for “WFS”, “GetCapabilities” or “OGC API Features” and paste the address that stands there.',
  'service-catalogue':
    '“{host}” is a data catalogue: its pages describe data and link to them. Open the data set there and copy the address of the WFS from its resources or links, or download the file and drop it here.',
  'service-metadata':
    'At the address there is a description of data ({host}). It names these services; paste one of them: {addresses}',
  'service-picture':
    'At the address there is a view service (WMS): it delivers pictures, not areas ({host}). The same portal often has a download service (WFS) as well.',
  'service-picture-beside':
    'At the address there is a view service (WMS): it delivers pictures, not areas ({host}). There often is a service with areas beside it, perhaps at: {other}',
  'service-other':
    'At the address there is a service of another kind ({kind}), not WFS or OGC API Features ({host}).',
  'service-download-feed':
    'At the address there is a list of files to download (ATOM). Open it in the browser, download the file that fits and drop it here.',
  'service-file':
    'At the address there is no service but the file itself. Open it in the browser, save it and drop it here.',
  'service-folder':
    'At the address there are several services ({host}). Open one of them and paste its address: {names}',
  'service-without-layers': 'The service on “{host}” names no layer with features.',
  'service-layer-unknown': 'The service on “{host}” has no layer “{layer}”. It names: {names}',
  'service-layer-empty': 'The layer “{layer}” on “{host}” has no features.',
  'service-layer-many':
    'The layer “{layer}” has {n|# feature|# features}. Areas of a city are rarely that many; loading may take long. If it is the right layer, load it once more.',
  'service-layer-cut':
    'Only {n} of {all} features of the layer “{layer}” were loaded; the service gives no more.',
  'service-layer-perhaps-cut':
    '{n|# feature|# features} of the layer “{layer}” were loaded. The service does not say whether these are all: does it give out only so many at a time? Compare the number with the official one.',
  'service-no-features': 'The answer of “{host}” about the layer “{layer}” is neither GeoJSON nor GML.',
  'service-too-many-pages': 'The layer “{layer}” has more parts than are loaded; stopped after {n} features.',
};
