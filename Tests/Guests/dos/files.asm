; Files under DOS: creates, writes, reads back, seeks, appends, renames, finds and deletes on the current drive,
; and prints on the debug console, port E9h, what DOS answered. FILES N works on N times 32 KiB.

        cpu 8086
        bits 16
        org 100h

start:
        mov ax, 8                       ; times 32 KiB, unless the command line says otherwise
        mov si, 81h
.blank:
        cmp byte [si], ' '
        jne .number
        inc si
        jmp .blank
.number:
        cmp byte [si], '0'
        jb .known
        xor ax, ax
.digit:
        mov bl, [si]
        sub bl, '0'
        cmp bl, 9
        ja .known
        mov bh, 0
        mov cx, 10
        mul cx
        add ax, bx
        inc si
        jmp .digit
.known:
        mov [blocks], ax
        mov ax, cs
        add ax, 1000h                   ; the buffer: 64 KiB behind this program
        mov [paragraph], ax

        mov bx, .create
        call say
        mov ah, 3Ch
        xor cx, cx
        mov dx, first
        int 21h
        call answer
        mov [handle], ax

        mov bx, .write
        call say
        mov word [block], 0
.write_block:
        mov ax, [block]
        cmp ax, [blocks]
        jae .written
        call fill
        mov ah, 40h
        call transfer
        jc .written
        inc word [block]
        jmp .write_block
.written:
        mov ax, [block]
        call answer

        mov bx, .close
        call say
        mov ah, 3Eh
        mov bx, [handle]
        int 21h
        sbb ax, ax                      ; AX is destroyed by a close that succeeds
        call answer

        mov bx, .open
        call say
        mov ax, 3D02h
        mov dx, first
        int 21h
        call answer
        mov [handle], ax

        mov bx, .read
        call say
        mov word [block], 0
        mov word [differences], 0
.read_block:
        mov ah, 3Fh
        call transfer
        jc .read_all
        or ax, ax
        jz .read_all
        call compare
        inc word [block]
        jmp .read_block
.read_all:
        mov ax, [block]
        call answer
        mov ax, [differences]
        call answer

        ; One byte in the middle of the file, over a sector's border.
        mov bx, .seek
        call say
        mov ax, 4200h
        mov bx, [handle]
        xor cx, cx
        mov dx, 1FFh
        int 21h
        call answer
        mov ah, 40h
        mov bx, [handle]
        mov cx, 2
        mov dx, mark
        int 21h
        call answer
        mov ax, 4200h
        mov bx, [handle]
        xor cx, cx
        mov dx, 1FEh
        int 21h
        mov ah, 3Fh
        mov bx, [handle]
        mov cx, 4
        mov dx, small
        int 21h
        mov ax, [small]
        call answer
        mov ax, [small + 2]
        call answer
        mov ax, 4202h
        mov bx, [handle]
        xor cx, cx
        xor dx, dx
        int 21h
        call answer
        mov ax, dx
        call answer
        mov ah, 40h                     ; append
        mov bx, [handle]
        mov cx, 2
        mov dx, mark
        int 21h
        call answer
        mov ah, 3Eh
        mov bx, [handle]
        int 21h

        mov bx, .rename
        call say
        push ds
        pop es
        mov ah, 56h
        mov dx, first
        mov di, second
        int 21h
        sbb ax, ax
        call answer

        mov bx, .find
        call say
        mov ah, 4Eh
        mov cx, 0
        mov dx, pattern
        int 21h
        sbb ax, ax
        call answer
        mov ax, [80h + 1Ah]             ; the size
        call answer
        mov ax, [80h + 1Ch]
        call answer
        mov bx, 80h + 1Eh
        call say
        mov ah, 4Fh
        int 21h
        call answer

        mov bx, .directory
        call say
        mov ah, 39h
        mov dx, subdirectory
        int 21h
        sbb ax, ax
        call answer
        mov cx, 40                      ; files enough for a second cluster of the directory
        mov byte [inner + 8], '0'
        mov byte [inner + 9], '0'
.fill_directory:
        push cx
        mov ah, 3Ch
        xor cx, cx
        mov dx, inner
        int 21h
        jc .no_file
        mov bx, ax
        mov ah, 40h
        mov cx, 12
        mov dx, inner
        int 21h
        mov ah, 3Eh
        int 21h
.no_file:
        pop cx
        inc byte [inner + 9]
        cmp byte [inner + 9], '9'
        jbe .counted
        mov byte [inner + 9], '0'
        inc byte [inner + 8]
.counted:
        loop .fill_directory
        mov byte [inner + 8], '1'
        mov byte [inner + 9], '7'
        mov ah, 41h
        mov dx, inner
        int 21h
        sbb ax, ax
        call answer
        mov ah, 3Ah                     ; not empty: refused
        mov dx, subdirectory
        int 21h
        call answer

        mov bx, .delete
        call say
        mov ah, 3Ch
        xor cx, cx
        mov dx, first
        int 21h
        mov bx, ax
        mov ah, 40h
        mov cx, 0C000h
        mov dx, 100h
        int 21h
        call answer
        mov ah, 3Eh
        int 21h
        mov ah, 41h
        mov dx, first
        int 21h
        sbb ax, ax
        call answer
        mov ax, 3D00h
        mov dx, first
        int 21h
        call answer

        mov bx, .space
        call say
        mov ah, 36h
        mov dl, 0
        int 21h
        push cx
        push bx
        call answer                     ; sectors in a cluster
        pop ax
        call answer                     ; free clusters
        pop ax
        call answer                     ; bytes in a sector
        mov bx, .done
        call say
        mov ah, 0Dh
        int 21h
        mov ax, 4C00h
        int 21h

.create:        db "create", 0
.write:         db 10, "write", 0
.close:         db 10, "close", 0
.open:          db 10, "open", 0
.read:          db 10, "read", 0
.seek:          db 10, "seek", 0
.rename:        db 10, "rename", 0
.find:          db 10, "find", 0
.directory:     db 10, "directory", 0
.delete:        db 10, "delete", 0
.space:         db 10, "space", 0
.done:          db 10, "done", 10, 0

; DOS function AH on 32 KiB of the buffer.
transfer:
        mov bx, [handle]
        mov cx, 8000h
        xor dx, dx
        push ds
        mov ds, [paragraph]
        int 21h
        pop ds
        ret

; The buffer's words: block times 5 plus offset times 3.
fill:
        mov es, [paragraph]
        xor di, di
        call first_word
.word:
        stosw
        add ax, 3
        cmp di, 8000h
        jb .word
        ret

first_word:
        mov ax, [block]
        mov cx, 5
        mul cx
        ret

compare:
        mov es, [paragraph]
        xor di, di
        call first_word
.word:
        scasw
        je .same
        inc word [differences]
.same:
        add ax, 3
        cmp di, 8000h
        jb .word
        ret

; A blank and AX, with "c" before it when CF is set.
answer:
        pushf
        push ax
        mov al, ' '
        out 0E9h, al
        pop ax
        popf
        pushf
        push ax
        jnc .clear
        push ax
        mov al, 'c'
        out 0E9h, al
        pop ax
.clear:
        push ax
        mov al, ah
        call byte_out
        pop ax
        call byte_out
        pop ax
        popf
        ret
byte_out:
        push ax
        push cx
        mov cl, 4
        shr al, cl
        pop cx
        call .digit
        pop ax
        and al, 0Fh
.digit:
        add al, '0'
        cmp al, '9'
        jbe .out
        add al, 7
.out:
        out 0E9h, al
        ret

; The string at BX.
say:
        push ax
.next:
        mov al, [bx]
        or al, al
        jz .end
        out 0E9h, al
        inc bx
        jmp .next
.end:
        mov al, ' '
        out 0E9h, al
        pop ax
        ret

first:          db "FIRST.DAT", 0
second:         db "SECOND.DAT", 0
pattern:        db "S*.DAT", 0
subdirectory:   db "INNER", 0
inner:          db "INNER\F_00.TXT", 0
mark:           db "<>"

        section .bss
blocks:         resw 1
block:          resw 1
paragraph:        resw 1
handle:         resw 1
differences:    resw 1
small:          resw 2
