import { Anchor, Group } from '@mantine/core';

interface ToastActionProps {
  message: string;
  label: string;
  onClick: () => void;
}

/** What happened, and a button that takes it back. */
export function ToastAction({ message, label, onClick }: ToastActionProps) {
  return (
    <Group gap="md" wrap="nowrap" justify="space-between">
      <span>{message}</span>
      <Anchor component="button" type="button" size="sm" fw={600} mih={24} onClick={onClick}>
        {label}
      </Anchor>
    </Group>
  );
}
