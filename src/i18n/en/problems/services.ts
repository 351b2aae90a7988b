import type { services as source } from '../../de/problems/services.ts';

export const services: Readonly<Record<keyof typeof source, string>> = {};
