import fc from 'fast-check';

// The same cases in each run, so that what fails can be run again: FAST_CHECK_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });
