import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { LinkToHandOver } from "./LinkToHandOver";
import { RolesInput } from "./RolesInput";

interface Props {
  slug: string;
  person: Partial<Pick<Schemas["Colleague"], "name" | "email" | "roles">>;
  onClose: () => void;
}

/** Somebody is asked to join; the link goes by mail, or is shown here once. */
export function InviteDialog({ slug, person, onClose }: Props) {
  const { t } = useLingui();
  const first = useSession().partner?.languages[0] ?? "en";
  const [name, setName] = useState(person.name ?? "");
  const [email, setEmail] = useState(person.email ?? "");
  const [roles, setRoles] = useState<Schemas["Role"][]>(person.roles ?? ["caseworker"]);
  const [language, setLanguage] = useState<Language>(first);
  const invite = $api.useMutation("post", "/api/v1/partners/{slug}/invitations/");
  const wrong = invite.error ? fieldErrors(invite.error) : {};
  return (
    <Modal opened onClose={onClose} title={t`Invite somebody`} closeButtonProps={{ "aria-label": t`Close` }}>
      {invite.data ? (
        <Stack>
          <LinkToHandOver invitation={invite.data} />
          <Group justify="flex-end">
            <Button onClick={onClose}>
              <Trans>Done</Trans>
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate({ params: { path: { slug } }, body: { name, email, roles, language } });
          }}
        >
          <Stack>
            <TextInput
              label={t`Name`}
              required
              maxLength={150}
              autoComplete="off"
              data-autofocus
              value={name}
              error={wrong.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t`E-mail address`}
              type="email"
              required
              maxLength={254}
              autoComplete="off"
              value={email}
              error={wrong.email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <RolesInput value={roles} onChange={setRoles} error={wrong.roles} />
            <Select
              label={t`Language`}
              data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
              value={language}
              allowDeselect={false}
              onChange={(chosen) => chosen && setLanguage(chosen as Language)}
            />
            <Text size="sm" c="dimmed">
              <Trans>
                The person chooses a password that nobody else learns. The link opens once, within seven days.
              </Trans>
            </Text>
            <ProblemAlert problem={invite.error} />
            <DialogFoot onCancel={onClose}>
              <Button type="submit" loading={invite.isPending} disabled={roles.length === 0}>
                <Trans>Invite</Trans>
              </Button>
            </DialogFoot>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
