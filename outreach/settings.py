"""Where things live on this machine, and the few settings."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs

from outreach.domain.errors import BadInput, StoreUnusable

HOME_VARIABLE = "OUTREACH_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of the app, each created private (0700) when first needed."""

    data: Path
    """The store."""
    models: Path
    """Pulled GGUF files."""
    config: Path
    """``settings.toml``, and ``prompts``."""
    state: Path
    """Logs."""

    @classmethod
    def of_user(cls) -> Paths:
        """The platform's folders for this user; all under ``$OUTREACH_HOME`` where that is set.

        ``$OUTREACH_MODELS`` moves the models alone, so that several homes share one download.
        """
        models = os.environ.get("OUTREACH_MODELS")
        if home := os.environ.get(HOME_VARIABLE):
            root = Path(home).expanduser().absolute()
            return cls(root, Path(models) if models else root / "models", root, root)
        data = platformdirs.user_data_path("outreach")
        return cls(
            data,
            Path(models) if models else data / "models",
            platformdirs.user_config_path("outreach"),
            platformdirs.user_state_path("outreach"),
        )

    def ensure(self, folder: Path) -> Path:
        """Create ``folder`` for this user alone.

        Raises:
            StoreUnusable: it cannot be created.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnusable(f"{folder}: cannot be created ({error.strerror}).", "Set OUTREACH_HOME.") from error
        return folder

    @property
    def settings_file(self) -> Path:
        """The settings as TOML."""
        return self.config / "settings.toml"

    @property
    def prompts(self) -> Path:
        """The user's own templates, in the place of the built-in ones of the same names."""
        return self.config / "prompts"

    @property
    def store_file(self) -> Path:
        """The TinyDB file."""
        return self.data / "outreach.json"

    @property
    def app_log(self) -> Path:
        """Where the app notes faults of its own."""
        return self.state / "app.log"

    @property
    def engine_log(self) -> Path:
        """The log of the child process that runs llama.cpp."""
        return self.state / "engine.log"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen."""

    model: str = ""
    """Id of the model to draft with, or ``NO_MODEL``; empty: the one recommended for this machine, if it is here."""
    theme: str = ""
    """Name of the app's colours; empty: the dark ones that it came with."""
    motion: bool = True
    """Whether the app may move things gradually."""
    ask_for_model: bool = True
    """Whether the app asks at its start to get a model where none is here."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """Rules of the review that are switched off (``off``) or have another level, by id."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The user's own keys of the app, parted by commas, by the name of the command."""

    def with_rule(self, identity: str, word: str) -> Settings:
        """The same with one rule set; an empty ``word`` gives the rule its own level back."""
        return replace(self, rules=_with(self.rules, identity, word))

    def with_keys(self, command: str, keys: str) -> Settings:
        """The same with other keys for one command; empty ``keys`` give the command its own back."""
        return replace(self, keys=_with(self.keys, command, keys))

    def with_theme(self, name: str) -> Settings:
        """The same with other colours; an empty ``name`` gives those that it came with back."""
        return replace(self, theme=name)

    def with_model(self, model_id: str) -> Settings:
        """The same with another model."""
        return replace(self, model=model_id)


NO_MODEL = "none"
"""The choice to draft from templates alone."""
_SHAPES: Mapping[str, tuple[type, str]] = {
    "model": (str, 'must be text, such as model = "small"'),
    "theme": (str, 'must be text, such as theme = "outreach-light"'),
    "motion": (bool, "must be true or false"),
    "ask_for_model": (bool, "must be true or false"),
    "rules": (dict, 'must be a table of text, such as R27 = "off" under [rules]'),
    "keys": (dict, 'must be a table of text, such as "home.log" = "L" under [keys]'),
}


def _with(table: Mapping[str, str], key: str, word: str) -> dict[str, str]:
    others = {name: value for name, value in table.items() if name != key}
    return others | ({key: word} if word else {})


def load_settings(paths: Paths) -> Settings:
    """Read ``settings.toml``; defaults where there is none.

    Raises:
        BadInput: the file is not TOML, or a key is unknown or of the wrong type.
    """
    file = paths.settings_file
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{file}: cannot be read as TOML: {error}.") from error
    unknown = next((key for key in table if key not in _SHAPES), None)
    if unknown is not None:
        names = [f"“{key}”" for key in _SHAPES]
        raise BadInput(f"{file}: unknown key “{unknown}”.", f"The keys are {', '.join(names[:-1])} and {names[-1]}.")
    for key, value in table.items():
        shape, wanted = _SHAPES[key]
        of_text = not isinstance(value, dict) or all(isinstance(word, str) for word in value.values())
        if not isinstance(value, shape) or not of_text:
            raise BadInput(f"{file}: “{key}” {wanted}.")
    return Settings(**table)


def save_settings(paths: Paths, settings: Settings) -> None:
    """Write ``settings.toml`` whole or not at all.

    Raises:
        StoreUnusable: it cannot be written.
    """
    paths.ensure(paths.config)
    new = paths.settings_file.with_suffix(".new")
    try:
        new.write_text(_as_toml(settings), encoding="utf-8")
        new.replace(paths.settings_file)
    except OSError as error:
        raise StoreUnusable(f"{paths.settings_file}: cannot be written ({error.strerror}).") from error


def put_aside(paths: Paths) -> Path:
    """Move ``settings.toml`` out of the way, beside it and over nothing; where it is now.

    Raises:
        StoreUnusable: it cannot be moved.
    """
    file = paths.settings_file
    names = (file.with_suffix(f".toml.damaged{number or ''}") for number in range(1000))
    aside = next(name for name in names if not name.exists())
    try:
        return file.rename(aside)
    except OSError as error:
        raise StoreUnusable(f"{file}: cannot be moved ({error.strerror}).") from error


def _as_toml(settings: Settings) -> str:
    lines = [f"model = {_quoted(settings.model)}"]
    if settings.theme:
        lines.append(f"theme = {_quoted(settings.theme)}")
    lines += [f"{name} = false" for name in ("motion", "ask_for_model") if not getattr(settings, name)]
    for name in ("rules", "keys"):
        if table := getattr(settings, name):
            lines += ["", f"[{name}]", *(f"{_quoted(key)} = {_quoted(word)}" for key, word in sorted(table.items()))]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
