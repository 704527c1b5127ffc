import Foundation
import Glibc
import Synthesis
import Workbench

/// Who else has the review open, and at which line: one small file a process, in a folder beside
/// the review.
///
/// A process is here as long as it holds the lock on its file; nobody has to beat a drum. The folder
/// may be deleted at any moment, and nothing in it is part of the review.
final class Presence {
  private struct Note: Codable {
    var coder: String
    var study: String
    var line: Int
  }

  private let folder: String
  private let own: String
  private let file: Int32
  private let coder: EntityID
  private var lastNote = Data()
  /// What to wait on with `poll` for others' coming, moving and going; -1 where there is none.
  let descriptor: Int32

  /// Enters the folder of a review; `nil` where none can be had, as in a folder of others.
  init?(review path: String, coder: EntityID) {
    let url = URL(fileURLWithPath: path)
    folder = url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).here"
    own = "\(folder)/\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    self.coder = coder
    // Whoever may write the review may be here, whatever this account's umask says.
    var info = stat()
    let group: mode_t = stat(path, &info) == 0 && info.st_mode & S_IWGRP != 0 ? 0o070 : 0
    if mkdir(folder, 0o700) == 0 { chmod(folder, 0o700 | group) }
    file = open(own, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return nil }
    fchmod(file, 0o600 | (group & 0o060))
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(file)
      return nil
    }
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor >= 0 {
      let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
      inotify_add_watch(descriptor, folder, events)
    }
  }

  deinit {
    unlink(own)
    Glibc.close(file)
    if descriptor >= 0 { Glibc.close(descriptor) }
    // Goes where it is empty; the last one out leaves nothing behind.
    rmdir(folder)
  }

  /// Says where I am; writes only where that changed.
  func tell(study: EntityID?, line: Int) {
    let note = Note(coder: coder.description, study: study?.description ?? "", line: line)
    guard let data = try? JSONEncoder().encode(note), data != lastNote else { return }
    lastNote = data
    ftruncate(file, 0)
    _ = data.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  /// Takes what the watch has said; whether it was of anybody else.
  ///
  /// An event is 16 bytes, the last four the length of the name that follows, padded with zeros
  /// (inotify(7)).
  func drain() -> Bool {
    let mine = Array(URL(fileURLWithPath: own).lastPathComponent.utf8)
    var isOfOthers = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var rest = buffer[..<count]
      while rest.count >= 16 {
        let length = rest.dropFirst(12).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
        isOfOthers = isOfOthers || !name.elementsEqual(mine)
        rest = rest.dropFirst(16 + length)
      }
    }
    return isOfOthers
  }

  /// The others who are here.
  func others() -> [Companion] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      return path == own ? nil : companion(at: path)
    }
  }

  private func companion(at path: String) -> Companion? {
    let other = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard other >= 0 else { return nil }
    defer { Glibc.close(other) }
    guard flock(other, LOCK_SH | LOCK_NB) != 0 else {
      // Nobody holds it: what it told of has gone.
      unlink(path)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(other, &bytes, bytes.count, 0)
    guard count > 0,
      let note = try? JSONDecoder().decode(Note.self, from: Data(bytes.prefix(count))),
      let coder = EntityID(guid: note.coder)
    else { return nil }
    return Companion(coder: coder, study: EntityID(guid: note.study), line: note.line)
  }
}
