// Loaded into every Node process of a service whose coverage is measured (CoverageVariables.cs).
// V8 writes its counts when the process comes to an end of its own. SIGTERM, by which services are stopped, is none.
'use strict';

const { mkdirSync, realpathSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const folder = process.env.SERVICEHOST_COVERAGE;
if (folder && isMainThread && process.env.NODE_V8_COVERAGE === join(folder, 'v8')) {
  try {
    noteBegin();
  } catch (error) {
    console.error(`Coverage of process ${process.pid} is not measured: ${error.message}`);
  }
  endBySigterm();
}

// Whoever has begun and left no counts was killed, or crashed: its figures are not the whole truth.
function noteBegin() {
  const script = process.argv[1];
  const note = { program: process.execPath, script: script && realpathSync(script), folder: process.cwd() };
  mkdirSync(join(folder, 'begun'), { recursive: true });
  writeFileSync(join(folder, 'begun', `${process.pid}.json`), JSON.stringify(note));
}

// Only as long as the service has no handler of its own: signal-exit and others count them, and end by the signal when they are alone.
function endBySigterm() {
  const end = () => {
    process.removeAllListeners('exit'); // the signal would not have called them
    process.exit(128 + 15);
  };
  const standBack = () => {
    if (process.listenerCount('SIGTERM') > 1) {
      process.off('SIGTERM', end);
    }
  };
  process.on('newListener', (event, listener) => {
    if (event === 'SIGTERM' && listener !== end) {
      process.nextTick(standBack); // it is not there yet, and with no listener at all Node would stop listening
    }
  });
  process.on('removeListener', (event, listener) => {
    if (event === 'SIGTERM' && listener !== end && process.listenerCount('SIGTERM') === 0) {
      process.on('SIGTERM', end);
    }
  });
  process.on('SIGTERM', end);
}
