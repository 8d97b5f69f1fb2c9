import type { components } from './schema';
import type { Complete } from './types';

type Schemas = components['schemas'];

export type Extension = Complete<Schemas['ExtensionOutput']>;
export type ExtensionInput = Schemas['ExtensionInputRequest'];
/** What can be changed while it is open: all of it, as the screen has it. */
export type ExtensionWord = Required<Schemas['PatchedExtensionChangesRequest']>;
export type ExtensionStands = Extension['stands'];
/** How the list is narrowed. */
export type ExtensionFilter = 'open' | 'granted' | 'declined';
