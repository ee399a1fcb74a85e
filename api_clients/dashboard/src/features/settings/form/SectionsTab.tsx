import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, NavLink, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { MoveButtons, moveByKey } from "./MoveButtons";
import {
  type FormSchema,
  missingTexts,
  moved,
  newSection,
  type Said,
  type Section,
  saidUnder,
  withEntry,
} from "./model";
import { Preview } from "./Preview";
import { SectionEditor } from "./SectionEditor";
import { useTextIn } from "./useTextIn";

interface Props {
  slug: string;
  schema: FormSchema;
  published: FormSchema;
  errors: Said[];
  onErrors: (errors: Said[]) => void;
  onChange: (sections: Section[]) => void;
}

/** The pages of the form in their order; the chosen one is edited beside its picture. */
export function SectionsTab({ slug, schema, published, errors, onErrors, onChange }: Props) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(0);
  const sections = schema.sections;
  const at = Math.min(chosen, sections.length - 1);
  const section = sections[at];
  const move = (from: number, to: number) => {
    if (to < 0 || to >= sections.length) return;
    onChange(moved(sections, from, to));
    setChosen(to);
  };
  return (
    <Stack gap="lg">
      <Pages
        schema={schema}
        errors={errors}
        at={at}
        onChoose={setChosen}
        onMove={move}
        onRemove={(from) => onChange(withEntry(sections, from, undefined))}
      />
      <Button
        variant="default"
        style={{ alignSelf: "flex-start" }}
        onClick={() => {
          onChange([...sections, newSection(schema)]);
          setChosen(sections.length);
        }}
      >
        <Trans>Add a page</Trans>
      </Button>
      {section && (
        <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="xl">
          <Paper withBorder p="md" miw={0} role="group" aria-label={t`The chosen page`}>
            <SectionEditor
              key={at}
              schema={schema}
              published={published}
              at={at}
              errors={errors}
              onChange={(next) => onChange(withEntry(sections, at, next))}
            />
          </Paper>
          <Preview slug={slug} schema={schema} section={section.name} onErrors={onErrors} />
        </SimpleGrid>
      )}
    </Stack>
  );
}

interface PagesProps {
  schema: FormSchema;
  errors: Said[];
  at: number;
  onChoose: (at: number) => void;
  onMove: (from: number, to: number) => void;
  onRemove: (at: number) => void;
}

function Pages({ schema, errors, at, onChoose, onMove, onRemove }: PagesProps) {
  const { t } = useLingui();
  const text = useTextIn();
  const missing = missingTexts(schema);
  const sections = schema.sections;
  return (
    <Stack gap={4} component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-label={t`Pages of the form`}>
      {sections.map((section, number) => {
        const name = text(section.title) || t`New page`;
        const wrong = saidUnder(errors, `sections.${number}`).length > 0;
        const lacks = missing.some((one) => one.place.startsWith(`sections.${number}.`));
        return (
          <Group component="li" key={section.name} gap="xs" wrap="nowrap">
            <NavLink
              component="button"
              type="button"
              active={number === at}
              aria-current={number === at ? "true" : undefined}
              onClick={() => onChoose(number)}
              onKeyDown={(event: React.KeyboardEvent) => moveByKey(event, number, (to) => onMove(number, to))}
              label={
                <Group gap="xs">
                  <Text span size="sm">
                    {number + 1}. {name}
                  </Text>
                  {(wrong || lacks) && (
                    <Badge size="xs" variant="light" tt="none" color={wrong ? "red" : "orange"}>
                      {wrong ? t`needs correcting` : t`texts missing`}
                    </Badge>
                  )}
                </Group>
              }
            />
            <MoveButtons
              name={name}
              at={number}
              count={sections.length}
              onMove={(to) => onMove(number, to)}
              onRemove={sections.length > 1 ? () => onRemove(number) : undefined}
            />
          </Group>
        );
      })}
    </Stack>
  );
}
