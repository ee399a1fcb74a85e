import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { ShownOnce } from "@/components/ShownOnce";
import { $api } from "@/lib/api";
import { WebhookForm } from "./WebhookForm";

/** A new webhook, and its secret. */
export function NewWebhook({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const create = $api.useMutation("post", "/api/v1/partners/{slug}/webhooks/");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Add a webhook`}
      closeButtonProps={{ "aria-label": t`Close` }}
      closeOnClickOutside={!create.data}
    >
      {create.data ? (
        <Secret value={create.data.secret} onClose={onClose} />
      ) : (
        <WebhookForm
          problem={create.error}
          busy={create.isPending}
          submit={<Trans>Add</Trans>}
          onCancel={onClose}
          onSubmit={(body) => create.mutate({ params: { path: { slug } }, body })}
        />
      )}
    </Modal>
  );
}

/** The secret, this once. */
export function Secret({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Stack>
      <ShownOnce title={t`The secret is shown this once`} secrets={[{ name: t`Secret`, value }]}>
        <Trans>With it the program checks that a message comes from here.</Trans>
      </ShownOnce>
      <Group justify="flex-end">
        <Button onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
