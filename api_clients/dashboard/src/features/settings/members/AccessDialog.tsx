import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { ShownOnce } from "@/components/ShownOnce";
import { $api, type Schemas } from "@/lib/api";

interface Props {
  slug: string;
  person: Schemas["Colleague"];
  onClose: () => void;
}

/** Somebody cannot come in any more, or must be out at once. */
export function AccessDialog({ slug, person, onClose }: Props) {
  const { t } = useLingui();
  const params = { path: { slug, user_id: person.user_id } };
  const end = $api.useMutation("post", "/api/v1/partners/{slug}/people/{user_id}/end_sessions/");
  const reset = $api.useMutation("post", "/api/v1/partners/{slug}/people/{user_id}/reset_second_factor/");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Sign-in of ${person.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="lg">
        <Text size="sm">
          <Trans>
            Make sure that it is really this person who asks you. Nobody gives the same person both another
            password and another second step.
          </Trans>
        </Text>
        <PasswordLink person={person} params={params} />
        <Stack gap="xs">
          <Title order={3} size="h5">
            <Trans>Telephone or passkey lost</Trans>
          </Title>
          {person.has_second_factor && !reset.isSuccess ? (
            <Group>
              <ConfirmButton
                variant="default"
                loading={reset.isPending}
                question={t`App, passkeys and recovery codes of this person are gone, and the person is signed out.`}
                onConfirm={() => reset.mutate({ params })}
              >
                <Trans>Take the second step away</Trans>
              </ConfirmButton>
            </Group>
          ) : (
            <Text size="sm" role="status">
              <Trans>There is no second step now.</Trans>
            </Text>
          )}
          <ProblemAlert problem={reset.error} />
        </Stack>
        <Stack gap="xs">
          <Title order={3} size="h5">
            <Trans>Computer lost or stolen</Trans>
          </Title>
          <Group>
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ params })}>
              <Trans>Sign the person out everywhere</Trans>
            </Button>
          </Group>
          {end.data && (
            <Text size="sm" role="status">
              <Plural
                value={end.data.count}
                one="Signed out of # browser."
                other="Signed out of # browsers."
              />
            </Text>
          )}
          <ProblemAlert problem={end.error} />
        </Stack>
      </Stack>
    </Modal>
  );
}

interface LinkProps {
  person: Schemas["Colleague"];
  params: { path: { slug: string; user_id: string } };
}

function PasswordLink({ person, params }: LinkProps) {
  const { t } = useLingui();
  const make = $api.useMutation("post", "/api/v1/partners/{slug}/people/{user_id}/password_link/");
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        <Trans>Password forgotten</Trans>
      </Title>
      {make.data?.link && (
        <ShownOnce
          title={t`Hand this link to ${person.name} and to nobody else`}
          secrets={[{ name: t`Link for another password`, value: make.data.link }]}
        >
          <Trans>It is shown this once, and opens once within a day.</Trans>
        </ShownOnce>
      )}
      {make.data && !make.data.link && (
        <Text size="sm" role="status">
          <Trans>A link is on its way to {person.email}.</Trans>
        </Text>
      )}
      <Group>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate({ params })}>
          <Trans>Make a link for another password</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={make.error} />
    </Stack>
  );
}
