; The diskette drives: motor, change line, seek, finding out about the medium.
; DS = BDA and BP = the INT 13h frame throughout; DL = drive.

; ---------------------------------------------------------------- motor
; AL = what the digital output register should hold.
floppy_dor_value:
        push    bx
        push    cx
        mov     al, [BDA_FD_MOTOR]
        mov     bl, al
        mov     cl, 4
        shl     al, cl
        shr     bl, cl
        and     bl, 03h
        or      al, bl
        or      al, 0Ch
        pop     cx
        pop     bx
        ret

; Select drive DL with its motor on.
floppy_motor:
        push    ax
        push    bx
        push    cx
        push    dx
        mov     cl, dl
        mov     ah, 01h
        shl     ah, cl
        mov     bh, dl
        mov     cl, 4
        shl     bh, cl
        cli
        mov     byte [BDA_FD_TIMEOUT], 0FFh     ; INT 08h must not stop it meanwhile
        mov     bl, [BDA_FD_MOTOR]
        test    bl, ah
        jnz     .running
        push    es
        mov     es, [BDA_EBDA]
        or      [es:EBDA_FD_SPINUP], ah
        pop     es
.running:
        and     bl, 0CFh
        or      bl, ah
        or      bl, bh
        mov     [BDA_FD_MOTOR], bl
        call    floppy_dor_value
        mov     dx, FDC_DOR
        out     dx, al
        sti
        in      al, PIC1 + 1
        and     al, ~40h & 0FFh
        out     PIC1 + 1, al
        pop     dx
        pop     cx
        pop     bx
        pop     ax
        ret

; Let the motor run on for the time the parameters say. Keeps everything, flags too.
floppy_finish:
        pushf
        push    ax
        mov     al, 2
        call    floppy_parameter
        mov     [BDA_FD_TIMEOUT], al
        pop     ax
        popf
        ret

; ---------------------------------------------------------------- change line
; Out: CF with AH = 06h when the disk was changed, 80h when there is none.
floppy_check_change:
        push    dx
        mov     dx, FDC_DIR
        in      al, dx
        pop     dx
        test    al, 80h
        jz      .same
        push    bx
        push    cx
        mov     bl, dl
        xor     bh, bh
        mov     byte [BDA_FD_MEDIA + bx], 0
        call    fdc_reset
        mov     ah, FD_TIMEOUT
        jc      .done
        call    floppy_recalibrate      ; a step clears the line when there is a disk
        mov     ch, 1
        call    floppy_step_to
        mov     ch, 0
        call    floppy_step_to
        push    dx
        mov     dx, FDC_DIR
        in      al, dx
        pop     dx
        mov     ah, FD_TIMEOUT
        test    al, 80h
        jnz     .fail
        mov     ah, FD_CHANGED
.fail:  stc
.done:
        pop     cx
        pop     bx
        ret
.same:
        clc
        ret

; ---------------------------------------------------------------- seek
; Out: CF with AH = error.
floppy_recalibrate:
        push    bx
        push    cx
        mov     bl, dl
        xor     bh, bh
        mov     byte [BDA_FD_TRACK + bx], 0
        mov     cl, dl
        mov     ch, 1
        shl     ch, cl
        or      [BDA_FD_RECAL], ch
        mov     cl, 2                   ; 77 steps may not be enough the first time
.again:
        and     byte [BDA_FD_RECAL], 7Fh
        mov     al, 07h
        call    fdc_out
        mov     al, dl
        call    fdc_out
        jc      .fail
        call    floppy_seek_end
        jnc     .done
        dec     cl
        jnz     .again
.fail:
        not     ch
        and     [BDA_FD_RECAL], ch
        mov     ah, FD_SEEK
        stc
.done:
        pop     cx
        pop     bx
        ret

; Wait for a seek and check it. Out: CF with AH = error.
floppy_seek_end:
        call    fdc_wait
        jc      .done
        mov     al, 08h
        call    fdc_out
        jc      .fail
        call    fdc_results
        jc      .done
        mov     al, [BDA_FD_RESULT]
        and     al, 0F8h                ; end of seek, no equipment check
        cmp     al, 20h
        je      .good
        and     al, 0E0h
        cmp     al, 20h
        je      .good
.fail:
        mov     ah, FD_SEEK
        stc
.done:  ret
.good:
        clc
        ret

; Step to physical cylinder CH. Out: CF with AH = error.
floppy_step_to:
        push    bx
        mov     bl, dl
        xor     bh, bh
        mov     al, 0Fh
        and     byte [BDA_FD_RECAL], 7Fh
        call    fdc_out
        mov     al, [bp + F_DH]
        and     al, 01h
        shl     al, 1
        shl     al, 1
        or      al, dl
        call    fdc_out
        mov     al, ch
        call    fdc_out
        mov     ah, FD_TIMEOUT
        jc      .done
        mov     [BDA_FD_TRACK + bx], ch
        call    floppy_seek_end
.done:
        pop     bx
        ret

; Go to the cylinder CH of the medium. AL = nonzero when we shall write. Out: CF with AH = error.
floppy_seek:
        push    bx
        push    ax
        call    floppy_calibrate
        pop     bx                      ; BL = writing
        jc      .done
        push    bx
        mov     bl, dl
        xor     bh, bh
        test    byte [BDA_FD_MEDIA + bx], MEDIA_DOUBLE
        jz      .single
        shl     ch, 1
.single:
        cmp     ch, [BDA_FD_TRACK + bx]
        pop     bx
        je      .there
        push    bx
        call    floppy_step_to
        pop     bx
        jc      .done
        test    bl, bl
        jz      .there
        mov     al, 9                   ; head settle time
        call    floppy_parameter
        test    al, al
        jnz     .settle
        mov     al, 15
.settle:
        mov     ah, 66                  ; refresh changes in a millisecond
        mul     ah
        mov     cx, ax
        call    wait_refresh
.there:
        clc
.done:
        pop     bx
        ret

; Recalibrate when the position is not known. Out: CF with AH = error.
floppy_calibrate:
        push    cx
        mov     cl, dl
        mov     al, 1
        shl     al, cl
        test    [BDA_FD_RECAL], al
        jnz     .done                   ; TEST cleared CF
        call    floppy_recalibrate
.done:
        pop     cx
        ret

; ---------------------------------------------------------------- media
; Give the controller the data rate of media state AL.
floppy_rate:
        push    dx
        and     al, 0C0h
        cmp     al, [BDA_FD_RATE]
        je      .done
        mov     [BDA_FD_RATE], al
        rol     al, 1
        rol     al, 1
        mov     dx, FDC_DIR
        out     dx, al
.done:
        pop     dx
        ret

; Disk in, medium known, rate set, disk turning. In: SI = drive row. Out: CF with AH = error.
floppy_ready:
        push    si
        call    floppy_has_change_line
        jc      .no_line
        call    floppy_check_change
        jc      .done
.no_line:
        mov     bl, dl
        xor     bh, bh
        mov     al, [BDA_FD_MEDIA + bx]
        test    al, MEDIA_KNOWN
        jz      .detect
        call    floppy_rate
        call    fdc_specify
        call    floppy_spinning         ; a motor just started: wait until sectors go by
        jmp     short .done
.detect:
        call    floppy_detect
.done:
        pop     si
        ret

; The same before a format, when there may be nothing to read yet.
floppy_ready_to_format:
        push    si
        call    floppy_has_change_line
        jc      .no_line
        call    floppy_check_change
        jc      .done
.no_line:
        mov     bl, dl
        xor     bh, bh
        mov     al, [BDA_FD_MEDIA + bx]
        test    al, MEDIA_KNOWN
        jnz     .known
        mov     al, [cs:si + FDT_RATES] ; the drive's own medium
        or      al, MEDIA_KNOWN | 07h
        mov     [BDA_FD_MEDIA + bx], al
.known:
        call    floppy_rate
        call    fdc_specify
        call    floppy_spinning
        jnc     .done
        clc                             ; unformatted: the wait was long enough
.done:
        pop     si
        ret

; Did the motor of drive DL just start? Then read an ID before anything else, for a second at most.
floppy_spinning:
        push    cx
        push    es
        mov     es, [BDA_EBDA]
        mov     cl, dl
        mov     al, 1
        shl     al, cl
        test    [es:EBDA_FD_SPINUP], al
        jz      .done
        not     al
        and     [es:EBDA_FD_SPINUP], al
        mov     cl, [BDA_TICKS]
.again:
        call    floppy_read_id
        jnc     .done
        mov     al, [BDA_TICKS]
        sub     al, cl
        cmp     al, 18
        jb      .again
        clc                             ; the command itself will tell what is wrong
.done:
        pop     es
        pop     cx
        ret

; READ ID on head 0. Out: CF with AH = error; BDA_FD_RESULT + 3 = cylinder found.
floppy_read_id:
        and     byte [BDA_FD_RECAL], 7Fh
        mov     al, 4Ah
        call    fdc_out
        mov     al, dl
        call    fdc_out
        mov     ah, FD_TIMEOUT
        jc      .done
        call    fdc_wait_results
        jc      .reset
        jmp     fdc_error
.reset:
        push    ax                      ; it hangs without index pulses
        call    fdc_reset
        pop     ax
        stc
.done:  ret

; Try the drive's rates until an ID can be read. In: SI = drive row. Out: CF with AH = error.
floppy_detect:
        push    bx
        push    cx
        push    di
        mov     cl, [BDA_TICKS]
.round:
        mov     di, si
        add     di, FDT_RATES
        mov     ch, 3
.rate:
        mov     al, [cs:di]
        cmp     al, 0FFh
        je      .next_round
        inc     di
        push    ax
        call    floppy_rate
        call    fdc_specify
        call    floppy_calibrate
        pop     bx                      ; BL = rate
        jc      .fail
        call    floppy_read_id
        jnc     .found
        cmp     ah, FD_TIMEOUT
        je      .fail
        dec     ch
        jnz     .rate
.next_round:
        mov     al, [BDA_TICKS]         ; a motor needs up to a second
        sub     al, cl
        cmp     al, 18
        jb      .round
.fail:
        stc
        jmp     short .done
.found:
        mov     al, bl
        or      al, MEDIA_KNOWN | 07h
        cmp     byte [cs:si + FDT_CYL], 80
        jae     .tracks
        and     al, ~04h & 0FFh         ; 360 KB in its own drive: 3
        jmp     short .store
.tracks:
        cmp     byte [cs:si + FDT_SPT], 15
        jne     .check_step
        and     al, ~07h & 0FFh         ; 5.25 inch: 5 for 1.2 MB, 4 for 360 KB
        or      al, 05h
        test    bl, bl
        jz      .store
        and     al, ~01h & 0FFh
.check_step:
        test    bl, 0C0h
        jz      .store                  ; 500 and 1000 kbit/s: always 80 cylinders
        cmp     bl, 0C0h
        je      .store
        push    ax
        mov     ch, 2                   ; where does physical cylinder 2 think it is?
        call    floppy_step_to
        call    floppy_read_id
        pop     ax
        jc      .store
        cmp     byte [BDA_FD_RESULT + 3], 1
        jne     .store
        or      al, MEDIA_DOUBLE
.store:
        push    bx
        mov     bl, dl
        xor     bh, bh
        mov     [BDA_FD_MEDIA + bx], al
        pop     bx
        push    es
        mov     es, [BDA_EBDA]
        mov     byte [es:EBDA_FD_SPINUP], 0
        pop     es
        clc
.done:
        pop     di
        pop     cx
        pop     bx
        ret
