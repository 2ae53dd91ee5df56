import * as assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Supervisor, type State } from '../../../client/src/supervisor';

/** A server that the test takes down: each start is counted, and the latest can be lost. */
function machine(comesUp: () => boolean, wanted = (): boolean => true) {
  const states: string[] = [];
  const says = (state: State): string => (state.kind === 'waiting' ? `waiting ${state.seconds}` : state.kind);
  let lose = (): void => {};
  const supervisor = new Supervisor(
    async (lost) => {
      lose = lost;
      if (!comesUp()) throw new Error('does not come up');
      return { request: async (method) => method as never, stop: async () => {} };
    },
    wanted,
    (state) => states.push(says(state)),
  );
  return { supervisor, states, lose: () => lose() };
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('the supervisor of the server', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('waits 0, 1, 2, 4, 8 and then ever 30 seconds, and does not give up', async () => {
    const { supervisor, states } = machine(() => false);
    supervisor.start();
    for (let attempt = 0; attempt < 9; attempt++) {
      await settle();
      mock.timers.tick(30_000);
    }
    const waits = states.filter((state) => state.startsWith('waiting'));
    assert.deepEqual(
      waits,
      [0, 1, 2, 4, 8, 30, 30, 30, 30].map((seconds) => `waiting ${seconds}`),
    );
  });

  it('starts a lost server again at once, and forgets the trouble after a minute of health', async () => {
    const { supervisor, states, lose } = machine(() => true);
    supervisor.start();
    await settle();
    for (let round = 0; round < 2; round++) {
      lose();
      mock.timers.tick(0);
      await settle();
      mock.timers.tick(60_000);
    }
    const round = ['waiting 0', 'starting', 'running'];
    assert.deepEqual(states, ['starting', 'running', ...round, ...round]);
  });

  it('counts one loss once', async () => {
    const { supervisor, states, lose } = machine(() => true);
    supervisor.start();
    await settle();
    lose();
    lose();
    assert.deepEqual(states, ['starting', 'running', 'waiting 0']);
  });

  it('rests where no Form 4 is open, until one is', async () => {
    let open = true;
    const { supervisor, states, lose } = machine(
      () => true,
      () => open,
    );
    supervisor.start();
    await settle();
    open = false;
    lose();
    assert.deepEqual(states, ['starting', 'running', 'stopped']);
    supervisor.start();
    assert.equal(supervisor.state.kind, 'stopped');
    open = true;
    supervisor.start();
    await settle();
    assert.equal(supervisor.state.kind, 'running');
  });

  it('a restart does not sit the wait out', async () => {
    let up = false;
    const { supervisor } = machine(() => up);
    supervisor.start();
    await settle();
    mock.timers.tick(0);
    await settle();
    assert.deepEqual(supervisor.state, { kind: 'waiting', seconds: 1 });
    up = true;
    await supervisor.restart();
    await settle();
    assert.deepEqual(supervisor.state, { kind: 'running' });
  });

  it('tells when it runs, and also when it is not to run', async () => {
    const { supervisor, states } = machine(() => true);
    await supervisor.whenRunning();
    assert.deepEqual(states, ['starting', 'running']);
    await supervisor.whenRunning();
    const unwanted = machine(
      () => true,
      () => false,
    );
    await unwanted.supervisor.whenRunning();
    assert.deepEqual(unwanted.states, []);
    const stopped = machine(() => false);
    const waiting = stopped.supervisor.whenRunning();
    await settle();
    await stopped.supervisor.stop();
    await waiting;
  });
});
