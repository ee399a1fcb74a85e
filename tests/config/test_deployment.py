"""What deploy/ says holds: commands and files are there, ports and settings agree, nothing runs as root."""

import configparser
import re
import runpy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from backend.config import env
from backend.config.serving import IDLE_SECONDS
from backend.watching.turns import BOUNDS
from tests.config.test_production import ROOT, SAFE_ENVIRONMENT

pytestmark = pytest.mark.either_engine("sqlite")
DEPLOY = ROOT / "deploy"
SYSTEMD = DEPLOY / "systemd"
UNITS = sorted(SYSTEMD.glob("dosja-*.service"))
KUBERNETES = sorted(path for path in (DEPLOY / "kubernetes").glob("*.yaml"))
PORT, METRICS_PORT = "8000", "9464"
COMMANDS = set(get_commands())


class Recording(dict[str, str]):
    """Remembers which names were asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__(values)
        self.asked: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def names_of_settings(path: Path) -> set[str]:
    return set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", path.read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_the_example_names_every_setting_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    recording = Recording(SAFE_ENVIRONMENT)
    monkeypatch.setattr(env, "read", lambda _base: env.Environment(recording))
    runpy.run_path(str(ROOT / "backend" / "config" / "settings.py"))
    files = {name for name in recording.asked if name.removesuffix("_FILE") in recording.asked - {name}}
    assert names_of_settings(DEPLOY / "dosja.env.example") == recording.asked - files - {
        "CREDENTIALS_DIRECTORY"
    }


@pytest.mark.parametrize("place", ["containers", "kubernetes"])
def test_settings_of_containers_are_settings(place: str) -> None:
    assert names_of_settings(DEPLOY / place / "settings.env") <= names_of_settings(
        DEPLOY / "dosja.env.example"
    )


def lines_of(unit: Path, name: str) -> list[str]:
    found = re.findall(rf"^{name}=(.*)$", unit.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [str(line) for line in found]


@pytest.mark.parametrize("path", [*UNITS, *SYSTEMD.glob("*.timer")], ids=lambda path: path.name)
def test_units_are_read_and_need_units_that_are_here(path: Path) -> None:
    unit = configparser.RawConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(path, encoding="utf-8")
    assert unit["Unit"]["Description"].startswith("Dosja: ")
    if path.suffix == ".timer":
        assert path.with_suffix(".service") in UNITS
    for named in " ".join(lines_of(path, "(?:Requires|After|Wants)")).split():
        assert not named.startswith("dosja-") or (SYSTEMD / named).exists(), named


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_run_commands_that_exist_as_nobody_else_than_ours(path: Path) -> None:
    assert lines_of(path, "User") == ["dosja_owner" if path.name == "dosja-migrate.service" else "dosja_app"]
    started = lines_of(path, "ExecStart")
    assert started
    for line in started:
        for command in re.findall(r"manage\.py ([a-z_]+)", line):
            assert command in COMMANDS
    assert path.name != "dosja-check.service" or {"verify_audit", "key_status", "lock_tables"} <= COMMANDS


def test_ports_agree() -> None:
    proxied = {
        port
        for name in ("Caddyfile", "nginx.conf")
        for port in re.findall(r"127\.0\.0\.1:(\d+)[ ;]", (DEPLOY / "proxy" / name).read_text())
    }
    assert f"--port {PORT}" in (SYSTEMD / "dosja-web.service").read_text()
    assert f"--port {METRICS_PORT}" in (SYSTEMD / "dosja-metrics.service").read_text()
    assert f"127.0.0.1:{METRICS_PORT}" in (DEPLOY / "prometheus" / "scrape.yaml").read_text()
    # What Tor hands over and what the proxies listen to.
    assert "127.0.0.1:8080" in (DEPLOY / "onion" / "torrc").read_text()
    assert proxied == {PORT, "8080"}


def test_no_proxy_leads_to_the_metrics() -> None:
    for path in (*DEPLOY.glob("proxy/*"), DEPLOY / "containers" / "Caddyfile", DEPLOY / "onion" / "torrc"):
        assert METRICS_PORT not in path.read_text(), path.name
    web = next(one for one in objects() if one["kind"] == "Service")
    assert [port["targetPort"] for port in web["spec"]["ports"]] == ["http"]


def test_proxies_keep_no_log_and_no_body() -> None:
    nginx = (DEPLOY / "proxy" / "nginx.conf").read_text()
    assert nginx.count("access_log off;") == nginx.count("server {")
    assert nginx.count("proxy_request_buffering off;") == nginx.count("proxy_pass ")
    for path in (DEPLOY / "proxy" / "Caddyfile", DEPLOY / "containers" / "Caddyfile"):
        assert "exclude http.log.access http.log.error" in path.read_text()


def test_every_proxy_says_when_a_request_came() -> None:
    """Without it, what waited too long cannot be told from what has just come."""
    nginx = (DEPLOY / "proxy" / "nginx.conf").read_text()
    assert nginx.count('X-Request-Start "t=${msec}";') == nginx.count("proxy_pass ")
    for path in (DEPLOY / "proxy" / "Caddyfile", DEPLOY / "containers" / "Caddyfile"):
        text = path.read_text()
        assert text.count("header_up X-Request-Start t={time.now.unix_ms}") == text.count("reverse_proxy ")


def test_every_proxy_gives_an_idle_connection_up_before_the_server_does() -> None:
    """What is sent into one that was just closed is lost, and no proxy sends a complaint twice."""
    nginx = (DEPLOY / "proxy" / "nginx.conf").read_text()
    kept = re.findall(r"^upstream \w+ \{[^}]*keepalive_timeout (\d+)s;[^}]*\}", nginx, flags=re.MULTILINE)
    assert len(kept) == nginx.count("upstream ")
    for path in (DEPLOY / "proxy" / "Caddyfile", DEPLOY / "containers" / "Caddyfile"):
        text = path.read_text()
        of_caddy = re.findall(r"^\t\t\tkeepalive (\d+)s$", text, flags=re.MULTILINE)
        assert len(of_caddy) == text.count("reverse_proxy ")
        kept += of_caddy
    assert max(map(int, kept)) <= IDLE_SECONDS / 2


def test_who_is_busy_is_not_taken_for_dead() -> None:
    web = next(pod for name, pod in pods() if name == "dosja-web")["containers"][0]
    for probe in ("livenessProbe", "readinessProbe"):
        assert web[probe]["timeoutSeconds"] > max(BOUNDS.values())


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "containers" / "compose.yaml").read_text())
    return found


def test_containers_of_ours_write_nowhere_and_are_nobody() -> None:
    services = compose()["services"]
    for name in ("migrate", "prepare", "web", "worker", "metrics"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
    assert "database" not in services["proxy"]["networks"]
    assert not set(services["proxy"]["networks"]) & set(services["metrics"]["networks"])
    dockerfile = (DEPLOY / "containers" / "Dockerfile").read_text()
    assert re.search(r"^USER 10001:10001$", dockerfile, flags=re.MULTILINE)


def test_secrets_of_containers_are_files_that_are_made() -> None:
    made = (DEPLOY / "containers" / "make_secrets").read_text()
    for name, secret in compose()["secrets"].items():
        assert secret == {"file": f"secrets/{name}"}
        assert name in made
    assert "/deploy/containers/secrets/" in (ROOT / ".gitignore").read_text()


def test_containers_name_files_that_are_there() -> None:
    services = compose()["services"]
    mounted = [volume for one in services.values() for volume in one.get("volumes", [])]
    for volume in mounted:
        source = volume.partition(":")[0]
        assert not source.startswith("./") or (DEPLOY / "containers" / source).exists(), source
        assert source.startswith("./") or source in compose()["volumes"], source
    copied = re.findall(
        r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "containers" / "Dockerfile").read_text(), re.M
    )
    for source in " ".join(copied).split():
        assert (ROOT / source).exists(), source


def objects() -> Iterator[dict[str, Any]]:
    for path in KUBERNETES:
        if path.name != "kustomization.yaml":
            yield from yaml.safe_load_all(path.read_text())


def pods() -> Iterator[tuple[str, dict[str, Any]]]:
    for one in objects():
        spec = one["spec"]["jobTemplate"]["spec"] if one["kind"] == "CronJob" else one.get("spec", {})
        if "template" in spec:
            yield one["metadata"]["name"], spec["template"]["spec"]


def test_the_base_lists_all_its_files() -> None:
    base = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text())
    assert {*base["resources"], "kustomization.yaml"} == {path.name for path in KUBERNETES}
    kinds = {one["kind"] for one in objects()}
    assert {"Deployment", "Job", "Service", "Ingress", "NetworkPolicy", "PodDisruptionBudget"} <= kinds


def test_with_a_bucket_pods_share_no_volume() -> None:
    """What the component takes out is what mounts the files, and nothing that mounts them stays."""
    component = yaml.safe_load((DEPLOY / "kubernetes" / "bucket" / "kustomization.yaml").read_text())
    patches = [yaml.safe_load(one["patch"]) for one in component["patches"]]
    removed = {patch["metadata"]["name"] for patch in patches}
    sharing = {name for name, pod in pods() if any("persistentVolumeClaim" in one for one in pod["volumes"])}
    assert removed == sharing | {"dosja-files"}
    for patch in patches:
        if patch["kind"] == "Deployment":
            pod = patch["spec"]["template"]["spec"]
            assert pod["volumes"] == [{"name": "files", "$patch": "delete"}]
            (mount,) = pod["containers"][0]["volumeMounts"]
            assert f"DOSJA_FILES={mount['mountPath']}" in (DEPLOY / "kubernetes" / "settings.env").read_text()


def test_pods_are_nobody_write_nowhere_and_run_what_exists() -> None:
    names = []
    for name, pod in pods():
        names.append(name)
        assert pod["securityContext"]["runAsNonRoot"] is True
        for container in [*pod.get("initContainers", []), *pod["containers"]]:
            assert container["securityContext"]["readOnlyRootFilesystem"] is True
            assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
            called = re.findall(r"manage\.py,? ([a-z_]+)", " ".join(container.get("command", [])))
            assert set(called) <= COMMANDS
            mounted = {mount["name"] for mount in container["volumeMounts"]}
            assert mounted <= {volume["name"] for volume in pod["volumes"]}
    assert sorted(names) == ["dosja-check", "dosja-migrate", "dosja-web", "dosja-worker"]


def test_web_servers_are_asked_whether_they_live_and_can_serve() -> None:
    web = next(pod for name, pod in pods() if name == "dosja-web")["containers"][0]
    assert web["ports"] == [{"name": "http", "containerPort": int(PORT)}]
    assert web["livenessProbe"]["httpGet"] == {"path": "/health/live", "port": "http"}
    assert web["readinessProbe"]["httpGet"] == {"path": "/health/ready", "port": "http"}


def test_alarms_are_about_metrics_that_exist() -> None:
    source = "".join(path.read_text() for path in (ROOT / "backend" / "watching").glob("*.py"))
    rules = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yaml").read_text())["groups"][0]["rules"]
    assert len(rules) > 5
    for rule in rules:
        for metric in re.findall(r"dosja_\w+", rule["expr"]):
            known = metric.removesuffix("_total")
            assert known in source or known.startswith("dosja_jobs_"), metric


def test_the_guide_names_files_that_are_there() -> None:
    guide = (DEPLOY / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/])deploy/[\w./-]+\w", guide))
    assert len(named) > 8
    for path in named:
        assert list(ROOT.glob(path)) or path.endswith("/secrets"), path
    assert {unit.name for unit in UNITS} <= {path.name for path in SYSTEMD.iterdir()}
