"""The models of one user: what is here, which one drafts, and the engine that runs it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from outreach import models
from outreach.domain.errors import BadInput, EngineFailed, OutreachError
from outreach.engine.llama import LlamaEngine, llama_cpp_available, why_unavailable
from outreach.engine.protocol import Engine
from outreach.models import CatalogEntry, InstalledModel, PullProgress
from outreach.models.catalog import entry_of
from outreach.models.part import PartFile
from outreach.settings import NO_MODEL, Paths, load_settings, save_settings


class Standing(StrEnum):
    """What there is of a model on this machine."""

    HERE = "here"
    MISSING = "missing"
    PART = "part"
    """The beginning of its file, from a pull that was broken off."""
    UNCHECKED = "unchecked"
    """A file of its name and size that was never compared with the sha256."""
    DAMAGED = "damaged"
    """A file of its name with another size."""
    GONE = "gone"
    """A file of the user's own that is not where it was."""


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model of the catalogue, or of the user's own."""

    id: str
    purpose: str
    bytes: int
    licence: str
    """Empty for the user's own."""
    memory_bytes: int
    """Memory that a run takes; of the user's own an estimate."""
    standing: Standing
    path: Path
    part_bytes: int = 0
    own: bool = False
    in_use: bool = False
    recommended: bool = False


@dataclass(frozen=True, slots=True)
class _Running:
    """The engine that is loaded, and its model's id."""

    model_id: str
    engine: Engine


class Models:
    """Which model drafts. Its engine is started at the first draft, and closed when another model is to draft."""

    def __init__(self, paths: Paths, given: Engine | None = None) -> None:
        """``given`` replaces llama.cpp (a scripted engine in tests)."""
        self._paths = paths
        self._given = given
        self._running: _Running | None = None
        self._writing = False
        self.catalog: tuple[CatalogEntry, ...] = models.load_catalog()
        """What can be pulled."""

    # -- what there is -----------------------------------------------------------------------------

    def rows(self) -> list[ModelRow]:
        """Every model of the catalogue, then the user's own.

        Raises:
            BadInput: the settings, or the list of own models, cannot be read.
        """
        chosen = self._chosen_or_none()
        in_use = chosen.id if chosen else ""
        advised = self.recommendation().entry.id
        rows = [self._row(entry, in_use, advised) for entry in self.catalog]
        for own in models.own_models(self._paths.models):
            standing = Standing.HERE if own.path.is_file() else Standing.GONE
            needs = own.bytes + own.bytes // 2
            used = own.id == in_use
            rows.append(
                ModelRow(own.id, "Your own file", own.bytes, "", needs, standing, own.path, own=True, in_use=used)
            )
        return rows

    def _row(self, entry: CatalogEntry, in_use: str, advised: str) -> ModelRow:
        file = self._paths.models / entry.file
        part = min(entry.bytes, PartFile(self._paths.models, entry.file, entry.sha256).size)
        if models.is_verified(file, entry):
            standing = Standing.HERE
        elif file.is_file():
            standing = Standing.UNCHECKED if file.stat().st_size == entry.bytes else Standing.DAMAGED
        else:
            standing = Standing.PART if part else Standing.MISSING
        return ModelRow(
            entry.id,
            entry.purpose,
            entry.bytes,
            entry.licence,
            entry.memory_bytes,
            standing,
            file,
            part,
            in_use=entry.id == in_use,
            recommended=entry.id == advised,
        )

    def free_memory(self) -> int | None:
        """Bytes that a model can take, ``None`` where that is not known."""
        return models.free_memory()

    def recommendation(self) -> models.Recommendation:
        """The model that suits this machine, and why."""
        return models.recommend(self.catalog, models.free_memory())

    @property
    def trouble(self) -> str:
        """Why no model can be run here, in a sentence or two; empty when one can."""
        return "" if self._given is not None else why_unavailable()

    def notice(self) -> str:
        """Which model drafts here, or why none does, in one line."""
        if self._given is not None:
            return "Scripted engine"
        if not llama_cpp_available():
            return f"Templates only: {why_unavailable()}"
        with contextlib.suppress(OutreachError):
            if load_settings(self._paths).model == NO_MODEL:
                return "Templates only, as you chose"
            if chosen := self.chosen():
                return f"Model {chosen.id}, on this machine"
        return "Templates only: no model is here yet."

    @property
    def nothing_here(self) -> bool:
        """Whether a model could draft and none is here."""
        if self.trouble or self._given is not None:
            return False
        with contextlib.suppress(OutreachError):
            return load_settings(self._paths).model != NO_MODEL and self.chosen() is None
        return False

    @property
    def at_work(self) -> bool:
        """Whether a draft is being written."""
        return self._writing

    def to_offer(self) -> CatalogEntry | None:
        """The model to ask about: the recommended one, where what is here does not serve and asking is welcome.

        Raises:
            BadInput: the settings, or the list of own models, cannot be read.
        """
        settings = load_settings(self._paths)
        if self._given is not None or not llama_cpp_available():
            return None
        if not settings.ask_for_model or settings.model == NO_MODEL:
            return None
        here = models.installed(self._paths.models, self.catalog)
        advice = models.to_pull(self.catalog, here, settings.model, models.free_memory())
        return advice.entry if advice else None

    # -- changing it -------------------------------------------------------------------------------

    def use(self, model_id: str) -> None:
        """Draft with this model from the next draft on, with none (``NO_MODEL``), or the recommended one (empty).

        Raises:
            BadInput: no model has this id, or the settings cannot be read.
            ModelUnavailable: it is not here.
            StoreUnusable: the settings cannot be written.
        """
        if model_id not in ("", NO_MODEL):
            models.find(model_id, self._paths.models, self.catalog)
        save_settings(self._paths, load_settings(self._paths).with_model(model_id))

    def pull(self, model_id: str, progress: Callable[[PullProgress], None], cancelled: Callable[[], bool]) -> None:
        """Pull a model of the catalogue; blocks.

        Raises:
            BadInput: the catalogue has no such model.
            ModelUnavailable: no source has it, or it does not match its sha256.
            Cancelled: ``cancelled`` said so; what was pulled is kept.
        """
        models.pull(entry_of(model_id, self.catalog), self._paths.models, progress=progress, cancelled=cancelled)

    def add(self, path: Path) -> InstalledModel:
        """Use a GGUF file of the user's own, where it stands; reads all of it, so call it from a thread.

        Raises:
            BadInput: it is no GGUF file, or its id is taken.
            StoreUnusable: the list of own models cannot be written.
        """
        path = path.expanduser().absolute()
        taken = {entry.id for entry in self.catalog} | {own.id for own in models.own_models(self._paths.models)}
        name = models.id_from(path)
        if name in taken:
            name = next(f"{name[:36]}-{number}" for number in range(2, 1000) if f"{name[:36]}-{number}" not in taken)
        return models.add(self._paths.models, path, name, self.catalog)

    def remove(self, model_id: str) -> None:
        """Delete a model that was pulled, or forget one of the user's own, whose file stays.

        Raises:
            BadInput: no model has this id, or it is writing.
            StoreUnusable: a file cannot be deleted.
        """
        if self._running and self._running.model_id == model_id:
            if self._writing:
                raise BadInput(f"“{model_id}” is writing a draft.", "Let it finish, or stop it, then remove the model.")
            self._running.engine.close()
            self._running = None
        models.remove(self._paths.models, model_id, self.catalog)
        settings = load_settings(self._paths)
        if settings.model == model_id:
            save_settings(self._paths, settings.with_model(""))

    # -- running it --------------------------------------------------------------------------------

    def engine(self, model: str | None) -> Engine | None:
        """The engine for ``model``, started before or now; ``None`` where none was named and none is to draft.

        Raises:
            BadInput: no model has this id.
            EngineFailed: it was named, and llama.cpp is not installed.
            ModelUnavailable: it was named, and is not here.
        """
        if self._given is not None:
            return self._given
        chosen = self.chosen(model)
        if chosen is None:
            return None
        if not llama_cpp_available():
            if model:
                raise EngineFailed(why_unavailable(), "Draft with --no-model meanwhile.")
            return None
        if self._running and self._running.model_id == chosen.id:
            return self._running.engine
        if self._running:
            self._running.engine.close()
        self._paths.ensure(self._paths.state)
        engine = LlamaEngine(chosen.path, chosen.id, chosen.sha256, self._paths.engine_log)
        self._running = _Running(chosen.id, engine)
        return engine

    def chosen(self, model: str | None = None) -> InstalledModel | None:
        """The model that was named, else the user's choice, else the recommended one, else the best that is here.

        Raises:
            BadInput: no model has this id, or the settings cannot be read.
            ModelUnavailable: it was named, and is not here.
        """
        if model:
            return models.find(model, self._paths.models, self.catalog)
        choice = load_settings(self._paths).model
        if choice == NO_MODEL:
            return None
        here = {one.id: one for one in models.installed(self._paths.models, self.catalog)}
        wanted = (choice, self.recommendation().entry.id, "balanced", "small", "tiny")
        return next((here[one] for one in (*wanted, *here) if one in here), None)

    def _chosen_or_none(self) -> InstalledModel | None:
        try:
            return self.chosen()
        except BadInput:
            return None

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """While a draft is written the model that writes it stays."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def cancel(self) -> None:
        """Stop what the engine is at; from any thread."""
        engine = self._given or (self._running.engine if self._running else None)
        if engine:
            engine.cancel()

    def close(self) -> None:
        """Stop the engine; idempotent."""
        if self._running:
            self._running.engine.close()
            self._running = None
        if self._given is not None:
            self._given.close()
