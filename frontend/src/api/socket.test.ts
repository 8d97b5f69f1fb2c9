import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { listen, reconnectDelay, socketAddress } from './socket';

let stop: (() => void) | undefined;
let server: WebSocketServer | undefined;

afterEach(async () => {
  stop?.();
  server?.clients.forEach((client) => client.terminate());
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

async function serve(): Promise<string> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((ready) => server?.once('listening', ready));
  return `ws://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function listenTo(address: string) {
  const events = { onHint: vi.fn(), onConnected: vi.fn() };
  stop = listen(address, events, () => 10);
  return events;
}

describe('the socket', () => {
  it('passes on each hint', async () => {
    const address = await serve();
    server?.on('connection', (client) => client.send('{"type": "look-again"}'));
    const events = listenTo(address);
    await vi.waitFor(() => expect(events.onHint).toHaveBeenCalledTimes(2)); // connected, then the hint
  });

  it('comes back after the server drops it, and asks again for what it missed', async () => {
    const address = await serve();
    let connections = 0;
    server?.on('connection', (client) => {
      connections += 1;
      if (connections === 1) client.terminate();
    });
    const events = listenTo(address);
    await vi.waitFor(() => expect(connections).toBe(2));
    await vi.waitFor(() => expect(events.onConnected.mock.calls).toEqual([[true], [false], [true]]));
    expect(events.onHint).toHaveBeenCalledTimes(2);
  });

  it('stays away once told to stop', async () => {
    const address = await serve();
    let connections = 0;
    server?.on('connection', () => (connections += 1));
    const events = listenTo(address);
    await vi.waitFor(() => expect(events.onConnected).toHaveBeenCalledWith(true));
    stop?.();
    await vi.waitFor(() => expect(server?.clients.size).toBe(0));
    await new Promise((later) => setTimeout(later, 50));
    expect(connections).toBe(1);
  });
});

describe('reconnecting', () => {
  it('waits longer each time, up to half a minute', () => {
    const waits = [0, 1, 2, 3, 4, 5, 20].map((attempt) => reconnectDelay(attempt, () => 1));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });

  it('spreads a crowd', () => {
    expect(reconnectDelay(3, () => 0)).toBe(4000);
  });
});

it('listens to the page’s own server', () => {
  expect(socketAddress({ protocol: 'https:', host: 'ke-hoach.example' } as Location)).toBe('wss://ke-hoach.example/ws/notifications/');
  expect(socketAddress({ protocol: 'http:', host: 'localhost:8000' } as Location)).toBe('ws://localhost:8000/ws/notifications/');
});
