import Dispatch
import Foundation
import ReviewFile
import Synthesis
import Workbench

/// How the desk's saving stands.
struct SaveTurn {
  /// The acts that wait, in the order in which they were asked for.
  var intents: [(intent: Intent, number: Int)] = []
  /// Whether a save of what waits is coming already.
  var isComing = false
  /// Whether the last save could not be made, and is tried again.
  var isStuck = false
  /// What says that acts wait, while some do.
  var watch: (any DispatchSourceTimer)?

  /// Whether acts wait that nothing is known to keep from being saved.
  var canGoOn: Bool { !intents.isEmpty && !isStuck }
}

extension Worker {
  /// How many acts one transaction takes at most: nobody else can read or save while it lasts, and
  /// a moment's acts must not be lost with a minute's.
  private static let mostAtOnce = 16
  /// How long a save lets a frame go first that shows its act.
  ///
  /// On a small machine they are in each other's way; a terminal that takes nothing keeps no act from
  /// the disk.
  private static let courtesy = DispatchTimeInterval.milliseconds(5)
  /// How long is waited for room on the disk, in milliseconds.
  private static let pause = 500
  /// How long a save may take before it is said what it waits for, and until that is said again, in
  /// milliseconds.
  private static let silence = (first: 1500, again: 4000)

  /// Has an act saved, after those that wait.
  func save(_ intent: Intent, _ number: Int) {
    lock.withLock { saving.intents.append((intent, number)) }
    saveSoon()
  }

  /// Sees to it that it is said when acts wait for long; what they wait for on a full disk is known.
  ///
  /// Called when the frame that shows them is drawn, which it would keep waiting.
  func watchSaves() {
    lock.withLock {
      guard !saving.intents.isEmpty, !saving.isStuck else { return }
      saving.watch = saving.watch ?? startedWatch()
    }
  }

  /// Waits until every act that was asked for is on disk, or it has been tried for a minute.
  ///
  /// - Returns: How many acts are not saved.
  func finishSaves() -> Int {
    let end = Date().addingTimeInterval(60)
    var (count, isStuck) = (0, false)
    repeat {
      saves.sync { performWaiting() }
      (count, isStuck) = lock.withLock { (saving.intents.count, saving.isStuck) }
      if isStuck { usleep(UInt32(Self.pause * 1000)) }
    } while count > 0 && Date() < end
    endBackup()
    return count
  }

  /// Has what waits saved.
  ///
  /// One save is on its way at a time, however many acts wait: where each takes as long as others
  /// hold the file, what was asked for meanwhile has its turn after one of them.
  private func saveSoon(after pause: Int = 0) {
    let isComing = lock.withLock {
      defer { saving.isComing = true }
      return saving.isComing
    }
    guard !isComing else { return }
    let save: @Sendable () -> Void = {
      _ = self.drawing.wait(timeout: .now() + Self.courtesy)
      self.lock.withLock { self.saving.isComing = false }
      self.performWaiting()
    }
    // What is to be done at once has its place before all that is asked for later.
    if pause == 0 {
      saves.async(execute: save)
    } else {
      saves.asyncAfter(deadline: .now() + .milliseconds(pause), execute: save)
    }
  }

  /// Takes the intents that wait into one transaction, each its own action.
  func performWaiting() {
    watchSaves()
    let waiting = lock.withLock {
      defer { saving.intents.removeFirst(min(saving.intents.count, Self.mostAtOnce)) }
      return Array(saving.intents.prefix(Self.mostAtOnce))
    }
    guard !waiting.isEmpty else { return }
    lock.withLock { saving.isStuck = false }
    do {
      let outcomes = try session.file.perform(waiting.map(\.intent), as: session.coder.id)
      watchAgain()
      // The rows come before the answer, so that no act is for a moment neither waiting nor there.
      tellNews()
      for (item, outcome) in zip(waiting, outcomes) {
        mailbox.put(.performed(number: item.number, performed(outcome, item.intent)))
      }
      acknowledge(outcomes)
      backUp()
    } catch ReviewFileError.busy {
      putBack(waiting)
      lock.withLock { saving.watch = saving.watch ?? startedWatch() }
      saveSoon()
    } catch ReviewFileError.diskFull {
      // What they wait for is known, and is said with each try.
      lock.withLock {
        saving.watch?.cancel()
        saving.watch = nil
      }
      mailbox.put(.waiting(.fullDisk))
      putBack(waiting)
      saveSoon(after: Self.pause)
    } catch {
      watchAgain()
      let sentence = Failure(error).sentence
      for item in waiting { mailbox.put(.performed(number: item.number, .failed(sentence))) }
    }
    if lock.withLock({ saving.canGoOn }) { saveSoon() }
  }

  /// Waits anew for what is still to be saved.
  private func watchAgain() {
    lock.withLock {
      saving.watch?.cancel()
      saving.watch = saving.intents.isEmpty ? nil : startedWatch()
    }
  }

  /// Keeps acts that could not be saved now, before those that came later.
  private func putBack(_ waiting: [(intent: Intent, number: Int)]) {
    lock.withLock {
      saving.intents.insert(contentsOf: waiting, at: 0)
      saving.isStuck = true
    }
  }

  private func performed(_ outcome: Outcome, _ intent: Intent) -> Performed {
    switch outcome {
    case .done(_, let sentence, let remark): return .done(sentence: sentence, remark: remark)
    case .nothing(let remark): return .nothing(remark: remark)
    case .refused(let refusal):
      if case .usedByOthers = refusal, case .undo(let chosen, _) = intent {
        let last = try? session.file.lastAct(of: session.coder.id)?.action.id
        return .refused(refusal.sentence, restOf: chosen ?? last)
      }
      return .refused(refusal.sentence, restOf: nil)
    }
  }

  /// Remembers the last act; the acts are on disk whatever comes of it.
  private func acknowledge(_ outcomes: [Outcome]) {
    let last = outcomes.reversed().lazy.compactMap { outcome -> ActionID? in
      if case .done(let action, _, _) = outcome { action.id } else { nil }
    }.first
    guard let last else { return }
    do {
      try Acknowledged(review: session.file.id, coder: session.coder.id)
        .remember(last, in: session.file)
    } catch {
      mailbox.put(.failed("saved, but not noted: \(Failure(error).sentence)"))
    }
  }

  /// A timer that says what acts wait for, where that takes longer than a moment.
  private func startedWatch() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(
      deadline: .now() + .milliseconds(Self.silence.first),
      repeating: .milliseconds(Self.silence.again))
    timer.setEventHandler { [mailbox, path = session.file.path] in
      mailbox.put(.waiting(FileLocks.holder(of: path) ?? .unknown))
    }
    timer.activate()
    return timer
  }
}
