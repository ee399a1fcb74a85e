import { Trans, useLingui } from "@lingui/react/macro";
import { Accordion, Alert, Button, Group, NumberInput, Select, SimpleGrid, Stack } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { IMPORT_UNREADABLE } from "@/lib/words";
import type { Columns, ImportRun, useSteps } from "./api";

type Steps = ReturnType<typeof useSteps>;
type Encoding = NonNullable<Schemas["ImportReadingRequest"]["encoding"]>;
type Delimiter = NonNullable<Schemas["ImportReadingRequest"]["delimiter"]>;

/** The file could not be read: why, and other ways to read it. */
export function Unreadable({ run, steps }: { run: ImportRun; steps: Steps }) {
  const word = useWord();
  return (
    <Stack gap="md">
      <Alert color="red" role="alert">
        {run.unreadable && word(IMPORT_UNREADABLE, run.unreadable)}
      </Alert>
      {run.unreadable === "empty" && <ReadingForm steps={steps} />}
    </Stack>
  );
}

/** How the file was read, closed until somebody finds that it was read wrongly. */
export function Reading({ told, steps }: { told: Columns; steps: Steps }) {
  return (
    <Accordion variant="contained">
      <Accordion.Item value="reading">
        <Accordion.Control>
          <Trans>Another sheet, another line of names, wrong letters?</Trans>
        </Accordion.Control>
        <Accordion.Panel>
          <ReadingForm told={told} steps={steps} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function ReadingForm({ told, steps }: { told?: Columns; steps: Steps }) {
  const { t } = useLingui();
  const [sheet, setSheet] = useState<string | null>(
    told && told.sheets.length > 0 ? String(told.sheet) : null,
  );
  const [headerRow, setHeaderRow] = useState<number | string>(told?.header_row ?? "");
  const [encoding, setEncoding] = useState<string | null>(told?.encoding || null);
  const [delimiter, setDelimiter] = useState<string | null>(told?.delimiter || null);
  const isText = told !== undefined && told.encoding !== "";
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {told && told.sheets.length > 1 && (
          <Select
            label={t`Sheet`}
            data={told.sheets.map((name, number) => ({ value: String(number), label: name }))}
            value={sheet}
            onChange={setSheet}
            allowDeselect={false}
          />
        )}
        {!told && (
          <NumberInput
            label={t`Sheet, counted from 1`}
            min={1}
            value={sheet === null ? "" : Number(sheet) + 1}
            onChange={(value) => setSheet(value === "" ? null : String(Number(value) - 1))}
          />
        )}
        <NumberInput
          label={t`Row with the names of the columns`}
          min={1}
          value={headerRow}
          onChange={setHeaderRow}
        />
        {isText && (
          <>
            <Select
              label={t`Letters`}
              data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
              value={encoding}
              onChange={setEncoding}
              allowDeselect={false}
            />
            <Select
              label={t`Sign between the cells`}
              data={[
                { value: ",", label: t`Comma` },
                { value: ";", label: t`Semicolon` },
                { value: "\t", label: t`Tabulator` },
                { value: "|", label: t`Vertical bar` },
              ]}
              value={delimiter}
              onChange={setDelimiter}
              allowDeselect={false}
            />
          </>
        )}
      </SimpleGrid>
      <Group>
        <Button
          variant="default"
          loading={steps.busy}
          onClick={() =>
            steps.read({
              ...(sheet === null ? {} : { sheet: Number(sheet) }),
              ...(headerRow === "" ? {} : { header_row: Number(headerRow) }),
              ...(isText && encoding ? { encoding: encoding as Encoding } : {}),
              ...(isText && delimiter ? { delimiter: delimiter as Delimiter } : {}),
            })
          }
        >
          <Trans>Read the file again</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-16", "cp1250", "cp1251", "cp1252"];
