import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, Menu, Paper, Stack, Text, TextInput } from "@mantine/core";
import type { Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { COMPLAINANT_KIND } from "@/lib/words";
import { TextsInput } from "../TextsInput";
import { MoveButtons } from "./MoveButtons";
import { byLanguage, type Consent, type FormSchema, type Said, saidUnder, withEntry } from "./model";
import { PURPOSE } from "./words";

interface Props {
  schema: FormSchema;
  errors: Said[];
  onChange: (consents: Consent[]) => void;
}

/** The sentences that complainants agree to, each under a version that goes with its words. */
export function ConsentsEditor({ schema, errors, onChange }: Props) {
  const word = useWord();
  const consents = schema.consents;
  const left = Object.keys(PURPOSE).filter((one) => !consents.some(({ purpose }) => purpose === one));
  const general = errors.filter((one) => one.field === "schema.consents");
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        <Trans>
          Whoever agreed, agreed to these words. Give other words another version, such as the month of the
          change.
        </Trans>
      </Text>
      {general.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {general.map((one) => (
              <List.Item key={one.message}>{one.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {consents.map((consent, at) => (
        <ConsentCard
          key={consent.purpose}
          consent={consent}
          at={at}
          count={consents.length}
          languages={schema.languages as Language[]}
          said={saidUnder(errors, `consents.${at}`)}
          onChange={(next) => onChange(withEntry(consents, at, next))}
          onMove={(to) => {
            const next = [...consents];
            const [item] = next.splice(at, 1);
            if (item) next.splice(to, 0, item);
            onChange(next);
          }}
        />
      ))}
      {left.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" style={{ alignSelf: "flex-start" }}>
              <Trans>Ask for another agreement</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map((purpose) => (
              <Menu.Item
                key={purpose}
                onClick={() =>
                  onChange([
                    ...consents,
                    { purpose, version: new Date().toISOString().slice(0, 7), text: {} },
                  ])
                }
              >
                {word(PURPOSE, purpose)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
}

interface CardProps {
  consent: Consent;
  at: number;
  count: number;
  languages: Language[];
  said: Said[];
  onChange: (consent: Consent | undefined) => void;
  onMove: (to: number) => void;
}

function ConsentCard({ consent, at, count, languages, said, onChange, onMove }: CardProps) {
  const { t } = useLingui();
  const word = useWord();
  const name = word(PURPOSE, consent.purpose);
  return (
    <Paper withBorder p="sm" role="group" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{name}</Text>
          <MoveButtons
            name={name}
            at={at}
            count={count}
            onMove={onMove}
            onRemove={() => onChange(undefined)}
          />
        </Group>
        <TextInput
          label={t`Version of the words`}
          maw={200}
          value={consent.version}
          error={said.find((one) => one.field === "version")?.message}
          onChange={(event) => onChange({ ...consent, version: event.currentTarget.value })}
        />
        <TextsInput
          label={t`What is agreed to`}
          name={name}
          value={consent.text}
          languages={languages}
          long
          needed
          onChange={(text) => onChange({ ...consent, text: text as Consent["text"] })}
          errors={byLanguage(said, "text")}
        />
        <TextsInput
          label={t`Explanation below`}
          name={t`Explanation of: ${name}`}
          value={consent.hint}
          languages={languages}
          long
          needed={consent.hint !== undefined}
          onChange={(hint) => onChange(withHint(consent, hint as Consent["text"]))}
          errors={byLanguage(said, "hint")}
        />
        {Object.entries(consent.hints ?? {}).map(([way, texts]) => (
          <TextsInput
            key={way}
            label={t`Explanation for who answered: ${word(COMPLAINANT_KIND, way as keyof typeof COMPLAINANT_KIND)}`}
            name={t`Explanation ${way}`}
            value={texts}
            languages={languages}
            long
            needed
            onChange={(hint) =>
              onChange({ ...consent, hints: { ...consent.hints, [way]: hint as Consent["text"] } })
            }
            errors={byLanguage(said, `hints.${way}`)}
          />
        ))}
      </Stack>
    </Paper>
  );
}

function withHint({ hint: _hint, ...consent }: Consent, next: Consent["text"]): Consent {
  return Object.keys(next).length > 0 ? { ...consent, hint: next } : consent;
}
