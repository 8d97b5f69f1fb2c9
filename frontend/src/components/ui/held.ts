import { createContext, useContext } from 'react';

/**
 * Something that was typed on this screen is not at the server yet. What would be done with the whole of it waits, in its place and out of
 * reach: nobody signs what is not what they see, and the screen does not jump with every save.
 */
export const Held = createContext(false);

export const useHeld = () => useContext(Held);
