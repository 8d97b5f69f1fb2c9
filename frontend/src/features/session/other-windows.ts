import { useEffect } from 'react';

const CHANNEL = 'sau-ro-login';

/** Says in every other window of this browser who has logged in. */
export function tellOtherWindows(username: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(username);
  channel.close();
}

/** Somebody else has logged in in another window: this one begins anew as them, so that nothing typed here goes out in their name. */
export function useOtherLogin(username: string, onOther: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      if (data !== username) onOther();
    };
    return () => channel.close();
  }, [username, onOther]);
}
