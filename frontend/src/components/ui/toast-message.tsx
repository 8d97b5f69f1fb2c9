import { Anchor, Group } from '@mantine/core';
import { TextLink } from './links';

interface ToastMessageProps {
  message: string;
  about: string | null | undefined;
  at: string | undefined;
  offer: { label: string; run: () => void } | undefined;
  /** The link was followed, or the offer taken. */
  onTaken: () => void;
}

/** What happened, as a link to where it can be seen, and a button that takes it back. */
export function ToastMessage({ message, about, at, offer, onTaken }: ToastMessageProps) {
  function take() {
    onTaken();
    offer?.run();
  }

  return (
    <Group gap="md" wrap="nowrap" justify="space-between">
      {about ? (
        <TextLink to="/cases/$id" params={{ id: about }} hash={at} c="inherit" underline="always" onClick={onTaken}>
          {message}
        </TextLink>
      ) : (
        <span>{message}</span>
      )}
      {offer && (
        <Anchor component="button" type="button" fw={600} mih={24} onClick={take}>
          {offer.label}
        </Anchor>
      )}
    </Group>
  );
}
