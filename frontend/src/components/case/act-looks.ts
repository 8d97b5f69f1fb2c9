import type { ParseKeys } from 'i18next';
import {
  CircleCheck,
  ClipboardCheck,
  FileCheck,
  FileSearch,
  Layers,
  Megaphone,
  RotateCcw,
  Send,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { ACTS } from '@/api/acts';
import type { ActName } from '@/api/types';

export interface ActLook {
  label: ParseKeys;
  /** A step back is drawn apart from a step forward. */
  backward: boolean;
  Icon: LucideIcon;
}

/** The server says of each act how it looks; here is what that means in pictures. */
const ICONS: Record<(typeof ACTS)[ActName]['look'], LucideIcon> = {
  send: Send,
  undo: Undo2,
  check: CircleCheck,
  inspect: FileSearch,
  return: RotateCcw,
  layers: Layers,
  announce: Megaphone,
  file: FileCheck,
  clipboard: ClipboardCheck,
};

/** Word, direction and icon of an act; throws on an act this program does not know. */
export function lookOfAct(act: ActName): ActLook {
  if (!(act in ACTS)) throw new Error(`Unknown act: ${String(act)}`);
  const { look, backward } = ACTS[act];
  return { label: `act.${act}`, backward, Icon: ICONS[look] };
}
