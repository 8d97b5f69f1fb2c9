import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';

export interface Choosable {
  id: string;
  title: string;
  unit?: string | null;
  /** What is to be known before choosing it. */
  note?: string;
}

interface CaseChoiceProps {
  label: string;
  items: Choosable[];
  chosen: string[];
  empty: string;
  error?: string;
  onChange: (chosen: string[]) => void;
}

/** Choose some, or all, of a list of cases. */
export function CaseChoice({ label, items, chosen, empty, error, onChange }: CaseChoiceProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (items.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Checkbox.Group label={label} value={chosen} onChange={onChange} error={error}>
      <Stack gap="sm" mt="sm">
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange(chosen.length === items.length ? [] : items.map(({ id }) => id))}
        >
          {t(chosen.length === items.length ? 'choice.none' : 'choice.all')}
        </Button>
        {items.map(({ id, title, unit, note }) => (
          <Checkbox key={id} value={id} label={unit ? `${title} – ${unitName(unit)}` : title} description={note} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
