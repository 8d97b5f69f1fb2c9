import { expect, it } from 'vitest';
import { done, NO_HISTORY, redone, undone } from './history';
import { difference, isNothing } from './difference';
import { patched, type Fields, type Sheet } from './sheet';
import { diceOf, type Dice } from './dice';

/** On a busy machine. */
const PATIENCE = 120_000;
const NAMES = ['text', 'note', 'leads'] as const;
const START: Sheet = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, fields: { text: id, note: '', leads: [] } }));

function fieldsBy(dice: Dice): Fields {
  const name = NAMES[dice(3)]!;
  return { [name]: name === 'leads' ? ['X', 'Y'].slice(dice(2)) : `w${dice(4)}` };
}

/** Something that a person does: writes into a cell, adds, deletes or moves a row. */
function edited(sheet: Sheet, dice: Dice): Sheet {
  const at = dice(sheet.length);
  const kind = sheet.length < 2 ? 1 : dice(4);
  if (kind === 0) return sheet.map((row, place) => (place === at ? { ...row, fields: { ...row.fields, ...fieldsBy(dice) } } : row));
  if (kind === 1) return sheet.toSpliced(at, 0, { id: `n${dice(1e9)}`, fields: { text: '', note: '', leads: [], ...fieldsBy(dice) } });
  if (kind === 2) return sheet.toSpliced(at, 1);
  return sheet.toSpliced(at, 1).toSpliced(dice(sheet.length), 0, sheet[at]!);
}

const editedOften = (sheet: Sheet, dice: Dice, times: number) =>
  Array.from({ length: times }).reduce<Sheet>((now) => edited(now, dice), sheet);

it(
  'gives the second rows when the difference is applied to the first, 10,000 times',
  () => {
    const dice = diceOf(1);
    for (let time = 0; time < 10_000; time += 1) {
      const after = editedOften(START, dice, dice(6));
      const found = patched(START, difference(START, after));
      expect(found).toEqual({ sheet: after, unfit: [] });
      expect(isNothing(difference(after, found.sheet))).toBe(true);
    }
  },
  PATIENCE,
);

it(
  'takes back and does again, 10,000 random sequences',
  () => {
    const dice = diceOf(2);
    for (let time = 0; time < 10_000; time += 1) {
      let [history, now] = [NO_HISTORY, START];
      const shown = [now];
      for (let step = 0; step < 4; step += 1) {
        const after = edited(now, dice);
        history = done(history, now, after);
        if (!isNothing(difference(now, after))) shown.push(after);
        now = after;
      }
      for (const before of shown.toReversed().slice(1)) {
        ({ history, sheet: now } = undone(history, now)!);
        expect(now).toEqual(before);
      }
      expect(undone(history, now)).toBeUndefined();
      for (const after of shown.slice(1)) {
        ({ history, sheet: now } = redone(history, now)!);
        expect(now).toEqual(after);
      }
      expect(redone(history, now)).toBeUndefined();
    }
  },
  PATIENCE,
);

/** The model of a merge: cell by cell, mine where only I have changed it, else theirs. */
function expectedCell(base: Fields, mine: Fields, theirs: Fields, name: string) {
  const [was, my, their] = [base, mine, theirs].map((fields) => JSON.stringify(fields[name]));
  return my === was || (their !== was && their !== my) ? theirs[name] : mine[name];
}

it(
  'merges two people cell by cell, and names each cell that both have changed to different things',
  () => {
    const dice = diceOf(3);
    const writing = (sheet: Sheet) => sheet.map((row) => (dice(2) ? { ...row, fields: { ...row.fields, ...fieldsBy(dice) } } : row));
    for (let time = 0; time < 10_000; time += 1) {
      const [mine, theirs] = [writing(START), writing(START)];
      const { sheet, unfit } = patched(theirs, difference(START, mine));
      START.forEach((base, at) => {
        const [my, their, found] = [mine[at]!.fields, theirs[at]!.fields, sheet[at]!.fields];
        for (const name of NAMES) {
          expect(found[name]).toEqual(expectedCell(base.fields, my, their, name));
          const clash = new Set([base.fields, my, their].map((fields) => JSON.stringify(fields[name]))).size === 3;
          expect(unfit.some(({ id, field }) => id === base.id && field === name)).toBe(clash);
        }
      });
    }
  },
  PATIENCE,
);

it('keeps a row that somebody has written in, and says that one is gone that somebody has deleted', () => {
  const theirs = START.map((row) => (row.id === 'b' ? { ...row, fields: { ...row.fields, note: 'gấp' } } : row)).toSpliced(2, 1);
  const mine = START.toSpliced(1, 1).map((row) => (row.id === 'c' ? { ...row, fields: { ...row.fields, text: 'của tôi' } } : row));
  const { sheet, unfit } = patched(theirs, difference(START, mine));
  expect(sheet.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e']);
  expect(unfit).toEqual([
    { id: 'c', field: 'id' },
    { id: 'b', field: 'note', stands: 'gấp' },
  ]);
});

it('takes back a step and leaves what somebody else has written since', () => {
  const mine = START.map((row) => (row.id === 'a' ? { ...row, fields: { ...row.fields, text: 'tôi', note: 'tôi' } } : row));
  const theirs = mine.map((row) => (row.id === 'a' ? { ...row, fields: { ...row.fields, note: 'họ' } } : row));
  const { sheet } = undone(done(NO_HISTORY, START, mine), theirs)!;
  expect(sheet[0]!.fields).toEqual({ text: 'a', note: 'họ', leads: [] });
});
