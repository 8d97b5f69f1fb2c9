import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShortcutsOn } from '@/components/ui/shortcuts';
import { useFocusBack } from '@/components/ui/use-focus-back';

const KEYS = [
  [['J'], 'keys.down'],
  [['K'], 'keys.up'],
  [['X'], 'keys.pick'],
  [['Shift', 'X'], 'keys.pickQuiet'],
  [['Enter'], 'keys.open'],
  [['Shift', 'Enter'], 'keys.act'],
  [['U'], 'keys.undo'],
  [['Ctrl', 'K'], 'keys.palette'],
  [['?'], 'keys.help'],
] as const;

/** Every key of the screen, and the switch that turns single keys off in this browser. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useShortcutsOn();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Table>
          <Table.Tbody>
            {KEYS.map(([keys, does]) => (
              <Table.Tr key={does}>
                <Table.Th scope="row" w={128} fw={400}>
                  {keys.map((key) => (
                    <Kbd key={key} mr="xs">
                      {key}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{t(does)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch label={t('keys.on')} description={t('keys.onHint')} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
      </Stack>
    </Modal>
  );
}
