import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Checkbox, Group, Modal, Paper, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { ShownOnce } from "@/components/ShownOnce";
import { $api, ifMatch, type Schemas, STEADY } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { ROLE } from "@/lib/words";
import { ClientUse } from "./ClientUse";
import { useScopeWords } from "./scopes";

type Role = Schemas["Role"];
type Scope = Schemas["Scope"];

/** The organisation's own programs: each with a secret that is shown once, and no more rights than it needs. */
export default function ClientsPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const [adding, setAdding] = useState(false);
  const clients = $api.useQuery("get", "/api/v1/partners/{slug}/clients/", { params: { path: { slug } } });
  return (
    <Stack>
      <PageTitle
        name={t`Programs`}
        actions={
          <Button onClick={() => setAdding(true)}>
            <Trans>Connect a program</Trans>
          </Button>
        }
      />
      <Text size="sm" c="dimmed">
        <Trans>
          Your web site, a database or a tool for field surveys can talk to Dosja by itself. What it may do is
          what its role may do, narrowed by what you tick.{" "}
          <a href="/api/docs/">Description of the interface</a>
        </Trans>
      </Text>
      <Loaded query={clients} empty={t`No program is connected.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <Client key={one.client_id} slug={slug} client={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      {adding && <NewClient slug={slug} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Client({ slug, client }: { slug: string; client: Schemas["ApiClient"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const scopes = useScopeWords();
  const end = $api.useMutation("post", "/api/v1/partners/{slug}/clients/{client_id}/end/");
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={4} miw={0}>
          <Text fw={600}>{client.name}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {client.client_id} · {word(ROLE, client.role)} · {t`since ${dates.shortDay(client.started_at)}`}
          </Text>
          <ClientUse slug={slug} client={client} />
          <Group gap={6}>
            {client.scopes.map((scope) => (
              <Badge key={scope} variant="light" tt="none">
                {word(scopes, scope)}
              </Badge>
            ))}
            {client.ended_at && (
              <Badge variant="light" color="gray" tt="none">
                <Trans>ended {dates.shortDay(client.ended_at)}</Trans>
              </Badge>
            )}
          </Group>
          <ProblemAlert problem={end.error} />
        </Stack>
        {!client.ended_at && (
          <ConfirmButton
            size="xs"
            variant="default"
            question={t`The program is shut out at once and for good.`}
            onConfirm={() =>
              end.mutate({
                params: {
                  path: { slug, client_id: client.client_id },
                  header: { "If-Match": ifMatch(client.version) },
                },
              })
            }
          >
            <Trans>Shut out</Trans>
          </ConfirmButton>
        )}
      </Group>
    </Paper>
  );
}

function NewClient({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const create = $api.useMutation("post", "/api/v1/partners/{slug}/clients/");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Connect a program`}
      closeButtonProps={{ "aria-label": t`Close` }}
      closeOnClickOutside={!create.data}
    >
      {create.data ? (
        <Stack>
          <ShownOnce
            title={t`The secret is shown this once`}
            secrets={[
              { name: t`Client`, value: create.data.client_id },
              { name: t`Secret`, value: create.data.client_secret },
              { name: t`Address for tokens`, value: create.data.token_url },
            ]}
          >
            <Trans>Put it where the program reads it. Whoever has it can do what the program may do.</Trans>
          </ShownOnce>
          <Group justify="flex-end">
            <Button onClick={onClose}>
              <Trans>I have kept it</Trans>
            </Button>
          </Group>
        </Stack>
      ) : (
        <NewClientForm
          problem={create.error}
          busy={create.isPending}
          onCancel={onClose}
          onCreate={(body) => create.mutate({ params: { path: { slug } }, body })}
        />
      )}
    </Modal>
  );
}

interface FormProps {
  problem: unknown;
  busy: boolean;
  onCancel: () => void;
  onCreate: (body: Schemas["NewApiClientRequest"]) => void;
}

function NewClientForm({ problem, busy, onCancel, onCreate }: FormProps) {
  const { t } = useLingui();
  const word = useWord();
  const scopeWords = useScopeWords();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("field_researcher");
  const [chosen, setChosen] = useState<Scope[] | null>(null);
  const roles = $api.useQuery("get", "/api/v1/roles/", {}, STEADY).data?.results ?? [];
  const possible = roles.find((one) => one.role === role)?.scopes ?? [];
  const scopes = chosen ?? possible;
  const wrong = problem ? fieldErrors(problem) : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCreate({ name, role, scopes });
      }}
    >
      <Stack>
        <TextInput
          label={t`Name`}
          required
          maxLength={100}
          data-autofocus
          value={name}
          error={wrong.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t`Role`}
          data={roles
            .filter((one) => one.scopes.length > 0)
            .map((one) => ({ value: one.role, label: word(ROLE, one.role) }))}
          value={role}
          allowDeselect={false}
          onChange={(next) => {
            if (next) setRole(next as Role);
            setChosen(null);
          }}
        />
        <Checkbox.Group
          label={t`What it may do`}
          value={scopes}
          error={wrong.scopes}
          onChange={(next) => setChosen(next as Scope[])}
        >
          <Stack gap="xs" mt="xs">
            {possible.map((scope) => (
              <Checkbox key={scope} value={scope} label={word(scopeWords, scope)} description={scope} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProblemAlert problem={problem} />
        <DialogFoot onCancel={onCancel}>
          <Button type="submit" loading={busy} disabled={scopes.length === 0}>
            <Trans>Connect</Trans>
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
