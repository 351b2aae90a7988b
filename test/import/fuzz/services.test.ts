import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeService } from '#import/formats/services/describeService.ts';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import type { Fetch } from '#import/formats/services/requests.ts';
import { startFixtureServer } from '../formats/services/fixtureServer.ts';
import { bounded, expectRefused, expectWorded } from './expectations.ts';
import { mutation } from './mutations.ts';
import { expectRead } from './reading.ts';
import { patience, runs } from './runs.ts';
import { structuralChange } from './structure.ts';

interface Answer {
  readonly address: string;
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Everything that is answered while a service is described and its first layer is fetched, in this order. */
async function recorded(path: string): Promise<{ address: string; answers: readonly Answer[] }> {
  const server = await startFixtureServer();
  const answers: Answer[] = [];
  const fetcher: Fetch = async (address, options) => {
    const response = await fetch(address, options);
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    answers.push({ address, status: response.status, type, bytes });
    return response;
  };
  const address = `${server.address}${path}`;
  const described = await describeService(address, fetcher, bounded());
  if (!described.ok) throw new Error(JSON.stringify(described.problems));
  const layer = described.value.layers[0]?.id ?? '';
  const loaded = await loadLayer(described.value, layer, fetcher, bounded());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  await server.close();
  return { address, answers };
}

const services = await Promise.all(['/wfs-json', '/wfs-gml', '/wfs-paged', '/api/schulen'].map(recorded));

/** More requests than pages are ever asked for: who asks for more does not end. */
const mostRequests = 1_100;

test(
  'a service that answers nonsense gives a layer or says what is wrong',
  async () => {
    let layers = 0;
    const damage = fc.record({
      service: fc.constantFrom(...services),
      at: fc.nat({ max: 3 }),
      change: fc.oneof(mutation, structuralChange),
      // The answer to another question, and to addresses that nobody announced.
      other: fc.nat({ max: 9 }),
      status: fc.constantFrom(200, 200, 200, 200, 200, 400, 500),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ service, at, change: changed, other, status }) => {
        const { answers } = service;
        const wrong = answers[at % answers.length];
        let requests = 0;
        const fetcher: Fetch = async (address) => {
          if (++requests > mostRequests) throw new Error('does not end');
          const own = answers.find((one) => one.address === address) ?? answers[other % answers.length];
          if (!own) throw new Error('no answer');
          const isWrong = own === wrong;
          return new Response((isWrong ? changed(own.bytes) : own.bytes).slice(), {
            status: isWrong ? status : own.status,
            headers: { 'Content-Type': own.type },
          });
        };
        const described = await describeService(service.address, fetcher, bounded());
        expect(requests).toBeLessThanOrEqual(mostRequests);
        if (!described.ok) {
          expectRefused(described.problems);
          return;
        }
        expect(described.value.layers.length).toBeGreaterThan(0);
        for (const { id } of described.value.layers.slice(0, 3)) {
          requests = 0;
          const loaded = await loadLayer(described.value, id, fetcher, bounded());
          if (!loaded.ok) {
            expectRefused(loaded.problems);
            continue;
          }
          expectWorded(loaded.notes);
          await expectRead([loaded.value]);
          layers++;
        }
      }),
      runs(150),
    );
    expect(layers).toBeGreaterThan(50);
  },
  patience,
);
