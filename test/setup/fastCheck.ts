import fc from 'fast-check';

// A failing property must fail again for everybody.
fc.configureGlobal({ seed: 20210621, numRuns: 100 });
