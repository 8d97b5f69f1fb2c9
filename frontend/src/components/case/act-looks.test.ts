import { describe, expect, it } from 'vitest';
import type { ActName } from '@/api/types';
import { lookOfAct } from './act-looks';

describe('the look of an act', () => {
  it('draws steps back apart', () => {
    const acts: ActName[] = [
      'submit',
      'withdraw',
      'approve',
      'recall',
      'review',
      'return',
      'send-back',
      'consolidate',
      'present',
      'reopen',
      'register',
      'conclude',
    ];
    expect(acts.filter((act) => lookOfAct(act).backward)).toEqual(['withdraw', 'recall', 'return', 'send-back', 'reopen']);
  });

  it('refuses an act it does not know', () => {
    expect(() => lookOfAct('reject' as ActName)).toThrow('Unknown act: reject');
  });
});
