;; What a user of Emacs sees of samples/errors.txt: each line "ok …" or "not …" is one check.  -*- lexical-binding: t -*-
(require 'seq)
(require 'flymake)

(defun say (good what found)
  (princ (if good (format "ok %s\n" what) (format "not %s: %S\n" what found))))

(defun within (seconds ask)
  (let ((deadline (+ (float-time) seconds)) answer)
    (while (and (not (setq answer (funcall ask))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    answer))

(defun place (line text)
  (goto-char (point-min))
  (forward-line (1- line))
  (search-forward text (line-end-position))
  (goto-char (match-beginning 0)))

(find-file (getenv "FILING"))
(run-hooks 'post-command-hook) ; a batch has no commands, after which Eglot would connect
(within 20 #'eglot-current-server)
(flymake-mode 1)
(let (found)
  (within 20 (lambda ()
               (flymake-start)
               (setq found (mapcar (lambda (one) (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg one))
                                                         (flymake-diagnostic-text one)))
                                   (flymake-diagnostics)))))
  (say (seq-some (lambda (one) (string-match-p "^25 .*Expected 48,310" one)) found) "diagnostics" found))

(place 24 "S <sup>")
(let (shown)
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (or shown text))))
  (within 10 (lambda () shown))
  (say (and shown (string-match-p "Open market or private sale" shown)) "hover" shown))

(place 24 "(1)")
(xref-find-definitions (xref-backend-identifier-at-point 'eglot))
(within 10 (lambda () (/= (line-number-at-pos) 24)))
(let ((line (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
  (say (string-prefix-p "1. Sold under a Rule 10b5-1" line) "definition" line))
(kill-emacs 0)
