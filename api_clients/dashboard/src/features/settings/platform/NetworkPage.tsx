import { Trans, useLingui } from "@lingui/react/macro";
import {
  Badge,
  Button,
  Group,
  Modal,
  MultiSelect,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { PARTNER_COUNTRY } from "@/lib/words";
import { InviteDialog } from "../members/InviteDialog";

type Partner = Schemas["Partner"];
type Country = Schemas["PartnerCountry"];
const ZONES: Record<Country, string> = {
  AL: "Europe/Tirane",
  XK: "Europe/Belgrade",
  GE: "Asia/Tbilisi",
  RS: "Europe/Belgrade",
};

/** The organisations of the network, for who keeps the platform: no case is seen from here. */
export default function NetworkPage() {
  const { t } = useLingui();
  const word = useWord();
  const [edited, setEdited] = useState<Partner | "new" | null>(null);
  const [invitingTo, setInvitingTo] = useState<Partner | null>(null);
  const partners = $api.useQuery("get", "/api/v1/partners/", { params: { query: { page_size: 200 } } });
  return (
    <Stack>
      <PageTitle
        name={t`Partners`}
        actions={
          <Button onClick={() => setEdited("new")}>
            <Trans>Take a partner in</Trans>
          </Button>
        }
      />
      <Loaded query={partners} empty={t`There is no partner yet.`}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Paper key={one.slug} withBorder p="sm">
                <Group justify="space-between" gap="sm">
                  <Stack gap={2} miw={0}>
                    <Group gap="xs">
                      <Text fw={600}>{one.name}</Text>
                      {one.settings?.is_active === false && (
                        <Badge variant="light" color="red" tt="none">
                          <Trans>suspended</Trans>
                        </Badge>
                      )}
                    </Group>
                    <Text size="sm" c="dimmed">
                      {one.slug} · {one.settings?.prefix} · {word(PARTNER_COUNTRY, one.country)}
                    </Text>
                  </Stack>
                  <Group gap="xs">
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setInvitingTo(one)}
                      aria-label={t`Invite somebody to ${one.name}`}
                    >
                      <Trans>Invite</Trans>
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setEdited(one)}
                      aria-label={t`Change ${one.name}`}
                    >
                      <Trans>Change</Trans>
                    </Button>
                  </Group>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      {edited === "new" && <NewPartner onClose={() => setEdited(null)} />}
      {edited && edited !== "new" && <ChangePartner partner={edited} onClose={() => setEdited(null)} />}
      {invitingTo && (
        <InviteDialog
          slug={invitingTo.slug}
          person={{ roles: ["coordinator"] }}
          onClose={() => setInvitingTo(null)}
        />
      )}
    </Stack>
  );
}

function NewPartner({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [values, setValues] = useState({
    slug: "",
    prefix: "",
    name: "",
    country: "AL" as Country,
    languages: ["sq", "en"] as Language[],
  });
  const create = $api.useMutation("post", "/api/v1/partners/", { onSuccess: onClose });
  const errors = create.error ? fieldErrors(create.error) : {};
  const set = (patch: Partial<typeof values>) => setValues({ ...values, ...patch });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Take a partner in`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: { ...values, time_zone: ZONES[values.country] } });
        }}
      >
        <Stack>
          <TextInput
            label={t`Name`}
            required
            data-autofocus
            value={values.name}
            error={errors.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t`Name in addresses`}
            description={t`Small letters, digits and hyphens. It never changes.`}
            required
            value={values.slug}
            error={errors.slug}
            onChange={(event) => set({ slug: event.currentTarget.value })}
          />
          <TextInput
            label={t`Beginning of case numbers`}
            description={t`Two to five capital letters. They never change.`}
            required
            value={values.prefix}
            error={errors.prefix}
            onChange={(event) => set({ prefix: event.currentTarget.value.toUpperCase() })}
          />
          <Select
            label={t`Country`}
            data={(Object.keys(PARTNER_COUNTRY) as Country[]).map((one) => ({
              value: one,
              label: word(PARTNER_COUNTRY, one),
            }))}
            value={values.country}
            allowDeselect={false}
            onChange={(country) => country && set({ country: country as Country })}
          />
          <Languages
            value={values.languages}
            error={errors.languages}
            onChange={(languages) => set({ languages })}
          />
          <ProblemAlert problem={create.error} />
          <Buttons busy={create.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function ChangePartner({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState(partner.name);
  const [languages, setLanguages] = useState(partner.languages);
  const [zone, setZone] = useState(partner.settings?.time_zone ?? "");
  const [active, setActive] = useState(partner.settings?.is_active ?? true);
  const change = $api.useMutation("patch", "/api/v1/partners/{slug}/", { onSuccess: onClose });
  const errors = change.error ? fieldErrors(change.error) : {};
  return (
    <Modal opened onClose={onClose} title={partner.name} closeButtonProps={{ "aria-label": t`Close` }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({
            params: { path: { slug: partner.slug }, header: { "If-Match": ifMatch(partner.version) } },
            body: { name, languages, time_zone: zone, is_active: active },
          });
        }}
      >
        <Stack>
          <TextInput
            label={t`Name`}
            required
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Languages value={languages} error={errors.languages} onChange={setLanguages} />
          <TextInput
            label={t`Time zone`}
            value={zone}
            error={errors.time_zone}
            onChange={(event) => setZone(event.currentTarget.value)}
          />
          <Switch
            label={t`At work in the network`}
            description={t`Off: none of its people and programs can do anything, at once.`}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
          <ProblemAlert problem={change.error} />
          <Buttons busy={change.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function Languages({
  value,
  error,
  onChange,
}: {
  value: Language[];
  error?: string;
  onChange: (value: Language[]) => void;
}) {
  const { t } = useLingui();
  return (
    <MultiSelect
      label={t`Languages, the first one preferred`}
      data={Object.entries(LANGUAGES).map(([code, label]) => ({ value: code, label }))}
      value={value}
      error={error}
      onChange={(next) => onChange(next as Language[])}
    />
  );
}

function Buttons({ busy, onCancel }: { busy: boolean; onCancel: () => void }) {
  return (
    <DialogFoot onCancel={onCancel}>
      <Button type="submit" loading={busy}>
        <Trans>Save</Trans>
      </Button>
    </DialogFoot>
  );
}
