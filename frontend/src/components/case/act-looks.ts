import type { ParseKeys } from 'i18next';
import {
  ArrowRightLeft,
  CalendarCheck,
  CircleCheck,
  CircleStop,
  ClipboardCheck,
  FileCheck,
  FileSearch,
  Layers,
  Megaphone,
  RotateCcw,
  Send,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { ACTS } from '@/api/acts';
import type { ActName, Reason } from '@/api/types';

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
  bin: Trash2,
  stop: CircleStop,
  move: ArrowRightLeft,
  event: CalendarCheck,
};

/** What these acts are called where nothing contains the case: a plan is put on a list and adopted by signature. */
const ALONE: Partial<Record<ActName, ParseKeys>> = { consolidate: 'act.list', present: 'act.adopt' };

/** Whether an act on a case of a kind is signed by itself: nothing is said of what would have to contain it. */
export function goesAlone(kind: string, reasons: readonly Reason[] = []): boolean {
  return kind === 'plan' && !reasons.some(({ code }) => code.startsWith('outside-'));
}

/** Word, direction and icon of an act, where wanted of one that is signed by itself; throws on an act this program does not know. */
export function lookOfAct(act: ActName, alone = false): ActLook {
  if (!(act in ACTS)) throw new Error(`Unknown act: ${String(act)}`);
  const { look, backward } = ACTS[act];
  return { label: (alone && ALONE[act]) || `act.${act}`, backward, Icon: ICONS[look] };
}
