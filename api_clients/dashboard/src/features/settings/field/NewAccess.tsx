import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { ShownOnce } from "@/components/ShownOnce";
import { $api, type Schemas } from "@/lib/api";
import { fieldErrors } from "@/lib/problems";

/** A new access. Its password, and the picture that sets a telephone up, are shown this once. */
export function NewAccess({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const create = $api.useMutation("post", "/api/v1/partners/{slug}/field_accesses/");
  const [name, setName] = useState("");
  const wrong = create.error ? fieldErrors(create.error) : {};
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Make an access`}
      closeButtonProps={{ "aria-label": t`Close` }}
      closeOnClickOutside={!create.data}
    >
      {create.data ? (
        <Made access={create.data} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ params: { path: { slug } }, body: { name } });
          }}
        >
          <Stack>
            <TextInput
              label={t`For which telephone or project?`}
              description={t`Such as “Tablet 2” or “Round in May”: better no name of a person.`}
              required
              maxLength={100}
              data-autofocus
              value={name}
              error={wrong.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <ProblemAlert problem={create.error} />
            <DialogFoot onCancel={onClose}>
              <Button type="submit" loading={create.isPending}>
                <Trans>Make it</Trans>
              </Button>
            </DialogFoot>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Made({ access, onClose }: { access: Schemas["FieldAccessSecret"]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Stack>
      <Text size="sm">
        <Trans>In ODK Collect: add a project and take this picture with it.</Trans>
      </Text>
      <Group justify="center">
        <QRCodeSVG
          value={access.collect_settings}
          size={232}
          marginSize={4}
          level="L"
          title={t`Picture that sets ODK Collect up`}
        />
      </Group>
      <ShownOnce
        title={t`The password is shown this once`}
        secrets={[
          { name: t`Address`, value: access.address },
          { name: t`User name`, value: access.user_name },
          { name: t`Password`, value: access.password },
          { name: t`Address for a REST service of KoboToolbox`, value: access.kobo_address },
        ]}
      >
        <Trans>Picture and password open the same. Whoever has one can send complaints, and read none.</Trans>
      </ShownOnce>
      <Group justify="flex-end">
        <Button onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
