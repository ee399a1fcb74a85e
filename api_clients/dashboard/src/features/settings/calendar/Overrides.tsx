import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Modal, Paper, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { LANGUAGES, type Language } from "@/lib/languages";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { type Texts, TextsInput } from "../TextsInput";
import { Effect } from "./Effect";

type Override = Schemas["CalendarOverride"];
type Country = Schemas["PartnerCountry"];

/** Days that a decree made free or working. Who keeps the platform enters them, after a look at what they move. */
export function Overrides({ country }: { country: Country }) {
  const { t } = useLingui();
  const dates = useDates();
  const keeps = useSession().me.is_platform_administrator;
  const [edited, setEdited] = useState<Override | "new" | null>(null);
  const [removed, setRemoved] = useState<Override | null>(null);
  const overrides = $api.useQuery("get", "/api/v1/calendar-overrides/", {
    params: { query: { country, page_size: 200 } },
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        <Trans>
          Public holidays are known without entry. Here stands what a decree changed. Running clocks follow
          within minutes.
        </Trans>
      </Text>
      {keeps && (
        <Button style={{ alignSelf: "flex-start" }} onClick={() => setEdited("new")}>
          <Trans>Enter a day</Trans>
        </Button>
      )}
      <Loaded query={overrides} empty={t`No decree is entered for this country.`}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Paper key={one.code} withBorder p="sm">
                <Group justify="space-between" gap="sm">
                  <Stack gap={2} miw={0}>
                    <Group gap="xs">
                      <Text fw={600}>{dates.day(one.date)}</Text>
                      <Badge variant="light" tt="none" color={one.working ? "gray" : "blue"}>
                        {one.working ? t`working day` : t`free`}
                      </Badge>
                    </Group>
                    <Text size="sm">{one.name}</Text>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                      {one.source}
                    </Text>
                  </Stack>
                  {keeps && (
                    <Group gap="xs">
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setEdited(one)}
                        aria-label={t`Correct ${dates.day(one.date)}`}
                      >
                        <Trans>Correct</Trans>
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setRemoved(one)}
                        aria-label={t`Take ${dates.day(one.date)} away`}
                      >
                        <Trans>Take away…</Trans>
                      </Button>
                    </Group>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      {edited && (
        <OverrideDialog
          country={country}
          override={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {removed && <RemoveDialog override={removed} onClose={() => setRemoved(null)} />}
    </Stack>
  );
}

function RemoveDialog({ override, onClose }: { override: Override; onClose: () => void }) {
  const { t } = useLingui();
  const dates = useDates();
  const remove = $api.useMutation("delete", "/api/v1/calendar-overrides/{code}/", { onSuccess: onClose });
  const { code, country, date, version } = override;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Take ${dates.day(date)} away`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <Text size="sm">
          <Trans>The day is again what the calendar says without the decree.</Trans>
        </Text>
        <Effect day={{ country, date, working: null }} />
        <ProblemAlert problem={remove.error} />
        <DialogFoot onCancel={onClose}>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate({ params: { path: { code }, header: { "If-Match": ifMatch(version) } } })
            }
          >
            <Trans>Take away</Trans>
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function OverrideDialog({
  country,
  override,
  onClose,
}: {
  country: Country;
  override: Override | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [date, setDate] = useState(override?.date ?? "");
  const [working, setWorking] = useState(override?.working ?? false);
  const [names, setNames] = useState<Texts>((override?.names ?? {}) as Texts);
  const [source, setSource] = useState(override?.source ?? "");
  const create = $api.useMutation("post", "/api/v1/calendar-overrides/", { onSuccess: onClose });
  const change = $api.useMutation("patch", "/api/v1/calendar-overrides/{code}/", { onSuccess: onClose });
  const problem = create.error ?? change.error;
  const errors = problem ? fieldErrors(problem) : {};
  function save() {
    const told = { working, names: names as Record<string, string>, source };
    if (override)
      change.mutate({
        params: { path: { code: override.code }, header: { "If-Match": ifMatch(override.version) } },
        body: told,
      });
    else create.mutate({ body: { country, date, ...told } });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={override ? t`Correct a day` : t`Enter a day`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            label={t`Day`}
            type="date"
            required
            disabled={override !== null}
            value={date}
            error={errors.date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Radio.Group
            label={t`What the decree makes of it`}
            value={working ? "working" : "free"}
            onChange={(value) => setWorking(value === "working")}
          >
            <Group mt="xs">
              <Radio value="free" label={t`Free`} />
              <Radio value="working" label={t`A working day`} />
            </Group>
          </Radio.Group>
          <TextsInput
            label={t`Name of the day`}
            name={t`Name of the day`}
            value={names}
            languages={Object.keys(LANGUAGES) as Language[]}
            onChange={setNames}
          />
          <TextInput
            label={t`The decree, and where it was read`}
            required
            maxLength={500}
            value={source}
            error={errors.source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          {date && <Effect day={{ country, date, working }} />}
          <ProblemAlert problem={problem} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={create.isPending || change.isPending}>
              <Trans>Save</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
