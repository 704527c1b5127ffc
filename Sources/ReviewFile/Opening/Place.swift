import CSystem
import Foundation

/// What must be true of a path before SQLite touches it.
enum ReviewPlace {
  /// File systems on which SQLite's locks do not hold between computers, by `statfs` type.
  static let networkFileSystems: [UInt32: String] = [
    0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x517B: "SMB", 0x0102_1997: "9P",
    0x6573_5546: "FUSE", 0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x7375_7245: "Coda",
    0x0BD0_0BD0: "Lustre", 0x00C3_6400: "Ceph",
  ]

  /// What SQLite adds to a file's name for the journal of a save, which it removes when it is done.
  static let journalEnding = "-journal"

  /// Checks an existing file without opening it, for opening a file other than through SQLite
  /// would drop this process's locks on it.
  ///
  /// - Returns: The path without symbolic links.
  static func checkExisting(_ path: String) throws(ReviewFileError) -> String {
    guard let resolved = resolve(path) else { throw .notFound(path: path) }
    var info = stat()
    guard lstat(resolved, &info) == 0 else { throw .notFound(path: path) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard info.st_nlink == 1 else { throw .hardLinked(path: path) }
    try checkFileSystem(of: resolved)
    return resolved
  }

  /// Checks that a file can be made at `path`.
  ///
  /// - Returns: The path with its folder free of symbolic links.
  static func checkNew(_ path: String) throws(ReviewFileError) -> String {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    guard let resolved = resolve(folder), access(resolved, W_OK | X_OK) == 0 else {
      throw .noFolder(path: folder)
    }
    let target = resolved + "/" + url.lastPathComponent
    guard !target.hasSuffix(journalEnding) else { throw .journalName(path: path) }
    var info = stat()
    guard lstat(target, &info) != 0 else { throw .exists(path: path) }
    try checkFileSystem(of: resolved)
    return target
  }

  /// Whether the file and its folder may be written to.
  static func isWritable(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return access(path, W_OK) == 0 && access(folder, W_OK | X_OK) == 0
  }

  /// Puts a file on disk that no connection has open.
  static func sync(_ path: String) throws(ReviewFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else { throw .failed(path) }
  }

  /// Gives a new file its name; somebody else's that was made meanwhile is not replaced.
  ///
  /// In one step where the file system can: between a link and the end of the first name the file
  /// has two, and a program that ends there would leave it so.
  static func name(
    _ temporary: String, _ target: String, asked path: String
  ) throws(ReviewFileError) {
    var isNamed = linewise_rename_to_new(temporary, target) == 0
    if !isNamed, errno == EINVAL || errno == ENOSYS { isNamed = link(temporary, target) == 0 }
    guard isNamed else {
      if errno == EEXIST { throw .exists(path: path) }
      throw .failed(path)
    }
    unlink(temporary)
  }

  /// Puts the names in a file's folder on disk, so that a new file is there after a power cut.
  static func syncFolder(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func checkFileSystem(of path: String) throws(ReviewFileError) {
    if let name = networkFileSystems[linewise_file_system(path)] {
      throw .network(path: path, fileSystem: name)
    }
  }

  /// Whether a path leads to a file under whatever name, or to where its journal lies.
  static func leads(_ path: String, to file: String) -> Bool {
    var (info, own) = (stat(), stat())
    if stat(path, &info) == 0, stat(file, &own) == 0, info.st_dev == own.st_dev,
      info.st_ino == own.st_ino
    {
      return true
    }
    let url = URL(fileURLWithPath: path)
    guard let folder = resolve(url.deletingLastPathComponent().path) else { return false }
    return folder + "/" + url.lastPathComponent == file + journalEnding
  }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
