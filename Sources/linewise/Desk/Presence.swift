import Foundation
import Glibc
import ReviewFile
import Synthesis
import Workbench

/// Who else has the review open, and at which line: one small file a process, in a folder beside
/// the review.
///
/// A process is here as long as it holds the lock on its file; nobody has to beat a drum. The folder
/// may be deleted at any moment, and nothing in it is part of the review. Only files that this
/// program made, in a folder of the review's owner or of this account, are ever touched.
final class Presence {
  private struct Note: Codable {
    var coder: String
    var study: String
    var line: Int
    /// What is carried on the board; none where an older program wrote the note.
    var holding: [String]?
  }

  private let path: String
  private let folder: Int32
  private let own: String
  private let file: Int32
  private let coder: EntityID
  private var lastNote = Data()
  /// What to wait on with `poll` for others' coming, moving and going; -1 where there is none.
  let descriptor: Int32

  /// Enters the folder of a review; `nil` where none can be had.
  init?(review: String, coder: EntityID) {
    let url = URL(fileURLWithPath: review)
    path = url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).here"
    own = "\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    self.coder = coder
    var info = stat()
    guard stat(review, &info) == 0 else { return nil }
    // Whoever may write the review may be here, whatever this account's umask says.
    let group: mode_t = info.st_mode & S_IWGRP != 0 ? 0o070 : 0
    if mkdir(path, 0o700) == 0 { chmod(path, 0o700 | group) }
    folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    guard Self.isTrusted(folder, owner: info.st_uid),
      let made = Self.makeFile(own, in: folder, mode: 0o600 | (group & 0o060))
    else {
      Glibc.close(folder)
      return nil
    }
    file = made
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor >= 0 {
      let events = UInt32(IN_MODIFY) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
      inotify_add_watch(descriptor, path, events)
    }
  }

  deinit {
    unlinkat(folder, own, 0)
    Glibc.close(file)
    Glibc.close(folder)
    if descriptor >= 0 { Glibc.close(descriptor) }
    // Goes where it is empty; the last one out leaves nothing behind.
    rmdir(path)
  }

  /// Whether a folder is this account's or that of the review's owner.
  private static func isTrusted(_ folder: Int32, owner: uid_t) -> Bool {
    var info = stat()
    return fstat(folder, &info) == 0 && (info.st_uid == owner || info.st_uid == geteuid())
  }

  /// Makes a locked file, seen under its name only when it is locked.
  private static func makeFile(_ name: String, in folder: Int32, mode: mode_t) -> Int32? {
    let hidden = ".\(name)"
    let file = openat(
      folder, hidden, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
    guard file >= 0 else { return nil }
    fchmod(file, mode)
    guard flock(file, LOCK_EX | LOCK_NB) == 0, renameat(folder, hidden, folder, name) == 0 else {
      unlinkat(folder, hidden, 0)
      Glibc.close(file)
      return nil
    }
    return file
  }

  /// Says where I am; writes only where that changed.
  func tell(study: EntityID?, line: Int, holding: [EntityID]) {
    // Of very many the first say enough: a note is small.
    let held = holding.prefix(16).map(\.short)
    let note = Note(
      coder: coder.description, study: study?.description ?? "", line: line,
      holding: held.isEmpty ? nil : held)
    guard let data = try? JSONEncoder().encode(note), data != lastNote else { return }
    lastNote = data
    ftruncate(file, 0)
    _ = data.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  /// Takes what the watch has said; whether it was of anybody else.
  func drain() -> Bool {
    FolderEvents.names(from: descriptor).contains { $0 != Array(own.utf8) }
  }

  /// The others who are here.
  func others() -> [Companion] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { $0 != own && Self.isOurs($0) }.compactMap(companion)
  }

  /// Whether a name is one that this program gives: a process and a random number.
  private static func isOurs(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { UInt32($0) != nil }
  }

  private func companion(named name: String) -> Companion? {
    let other = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard other >= 0 else { return nil }
    defer { Glibc.close(other) }
    guard flock(other, LOCK_SH | LOCK_NB) != 0 else {
      // Nobody holds it: what it told of has gone.
      unlinkat(folder, name, 0)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(other, &bytes, bytes.count, 0)
    guard count > 0,
      let note = try? JSONDecoder().decode(Note.self, from: Data(bytes.prefix(count))),
      let coder = EntityID(guid: note.coder)
    else { return nil }
    return Companion(
      coder: coder, study: EntityID(guid: note.study), line: note.line,
      holding: Set((note.holding ?? []).compactMap(EntityID.init(short:))),
      process: name.split(separator: ".").first.flatMap { Int32($0) } ?? 0)
  }
}
