import type { ParseKeys } from 'i18next';
import { CircleCheck, ClipboardCheck, FileCheck, FileSearch, Layers, Megaphone, RotateCcw, Send, Undo2, type LucideIcon } from 'lucide-react';
import type { ActName } from '../../api/types';

export interface ActLook {
  label: ParseKeys;
  /** A step back is drawn apart from a step forward. */
  backward: boolean;
  Icon: LucideIcon;
}

/** Word, direction and icon of an act; throws on an act this program does not know. */
export function lookOfAct(act: ActName): ActLook {
  switch (act) {
    case 'submit':
      return { label: 'act.submit', backward: false, Icon: Send };
    case 'withdraw':
      return { label: 'act.withdraw', backward: true, Icon: Undo2 };
    case 'approve':
      return { label: 'act.approve', backward: false, Icon: CircleCheck };
    case 'recall':
      return { label: 'act.recall', backward: true, Icon: Undo2 };
    case 'review':
      return { label: 'act.review', backward: false, Icon: FileSearch };
    case 'return':
      return { label: 'act.return', backward: true, Icon: RotateCcw };
    case 'send-back':
      return { label: 'act.send-back', backward: true, Icon: RotateCcw };
    case 'consolidate':
      return { label: 'act.consolidate', backward: false, Icon: Layers };
    case 'present':
      return { label: 'act.present', backward: false, Icon: Megaphone };
    case 'reopen':
      return { label: 'act.reopen', backward: true, Icon: RotateCcw };
    case 'register':
      return { label: 'act.register', backward: false, Icon: FileCheck };
    case 'conclude':
      return { label: 'act.conclude', backward: false, Icon: ClipboardCheck };
    default:
      return unknownAct(act);
  }
}

function unknownAct(act: never): never {
  throw new Error(`Unknown act: ${String(act)}`);
}
